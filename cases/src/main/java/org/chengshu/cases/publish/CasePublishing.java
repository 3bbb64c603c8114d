package org.chengshu.cases.publish;

import static org.chengshu.core.spi.FieldType.BOOLEAN;
import static org.chengshu.core.spi.FieldType.INSTANT;
import static org.chengshu.core.spi.FieldType.INTEGER;
import static org.chengshu.core.spi.FieldType.NUMBER;
import static org.chengshu.core.spi.FieldType.TEXT;

import java.util.List;
import java.util.Optional;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.db.ModuleSchema;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FactSource;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.Permission.Limit;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the module declares to the house: its schema, its rights, its facts. */
@Configuration(proxyBeanMethods = false)
class CasePublishing {
    private static final String OWNER = "cases";

    @Bean
    ModuleSchema casesSchema() {
        return new ModuleSchema(OWNER);
    }

    @Bean
    PermissionSource casesPermissions() {
        return () -> List.of(
                of(CaseRights.READ, "查看案件", "See cases"),
                of(CaseRights.REPORT, "上报案件", "Report cases"),
                of(CaseRights.CONTACT, "查看上报人的联系方式", "See how to reach whoever reported"),
                of(CaseRights.DISPATCH, "受理、立案、派遣案件", "Accept, file and dispatch cases"),
                of(CaseRights.HANDLE, "处置案件", "Handle cases").limitedBy(Limit.OWN_ORGANISATION),
                Permission.of(CaseRights.CHECK, "现场核查案件", "Check cases on the spot"),
                Permission.of(CaseRights.CALL_BACK, "回访上报人", "Call back whoever reported"),
                of(CaseRights.OVERRIDE, "不经核查强制结案", "Close cases without their verification"),
                Permission.ofCity(CaseRights.EVALUATE, "评价案件办理、裁定申诉", "Evaluate handling and decide appeals"),
                of(CaseRights.ARBITRATE, "裁决案件权属", "Decide whose case it is"),
                of(CaseRights.SUPERVISE, "督办案件", "Supervise cases"),
                of("cases:roster", "管理值班表", "Keep rosters"),
                Permission.of(CaseRights.IMPORT, "导入历史案件", "Bring in cases of a former system"));
    }

    private static Permission of(String name, String zh, String en) {
        return Permission.of(name, zh, en).limitedBy(Limit.ORGANISATION);
    }

    @Bean
    FactSource casesFacts() {
        return () -> List.of(new Fact(
                "cases.cases",
                Text.of("案件", "Cases"),
                "facts.cases_case",
                OWNER,
                "opened_at",
                Optional.of("area_path"),
                fields()));
    }

    @Bean
    FactSource caseCheckFacts() {
        return () -> List.of(new Fact(
                "cases.checks",
                Text.of("案件核查", "Checks of cases"),
                "facts.cases_check",
                OWNER,
                "asked_at",
                Optional.of("area_path"),
                checkFields()));
    }

    private static List<FactField> checkFields() {
        return List.of(
                FactField.of("id", Text.of("核查标识", "Check id"), TEXT),
                FactField.of("case_id", Text.of("案件标识", "Case id"), TEXT),
                FactField.of("case_number", Text.of("案件编号", "Case number"), TEXT),
                FactField.of("kind", Text.of("案件类型", "Kind"), TEXT),
                FactField.of("area_path", Text.of("区域", "Area"), TEXT),
                FactField.of("department", Text.of("主办部门", "Lead department"), TEXT),
                FactField.of("way", Text.of("方式", "Way"), TEXT),
                FactField.of("cause", Text.of("缘由", "Cause"), TEXT),
                FactField.of("state", Text.of("状态", "State"), TEXT),
                FactField.of("asked_at", Text.of("下达时间", "Asked at"), INSTANT),
                FactField.of("ended_at", Text.of("完成时间", "Ended at"), INSTANT),
                FactField.of("tries", Text.of("未接通次数", "Calls in vain"), INTEGER),
                FactField.of("score", Text.of("满意度", "Satisfaction"), INTEGER),
                FactField.of("metres", Text.of("与案件地点的距离", "Distance from the case"), INTEGER, "m"));
    }

    @Bean
    FactSource caseReportFacts() {
        return () -> List.of(new Fact(
                "cases.reports",
                Text.of("上报", "Reports"),
                "facts.cases_report",
                OWNER,
                "reported_at",
                Optional.of("area_path"),
                reportFields()));
    }

    @Bean
    FactSource caseClockFacts() {
        return () -> List.of(new Fact(
                "cases.clocks",
                Text.of("案件时限", "Clocks of cases"),
                "facts.cases_clock",
                OWNER,
                "started_at",
                Optional.of("area_path"),
                clockFields()));
    }

    private static List<FactField> clockFields() {
        return List.of(
                FactField.of("id", Text.of("标识", "Id"), TEXT),
                FactField.of("case_id", Text.of("案件标识", "Case id"), TEXT),
                FactField.of("case_number", Text.of("案件编号", "Case"), TEXT),
                FactField.of("kind", Text.of("案件类型", "Kind"), TEXT),
                FactField.of("area_path", Text.of("区域", "Area"), TEXT),
                FactField.of("department", Text.of("主办部门", "Lead department"), TEXT),
                FactField.of("name", Text.of("阶段或全程", "Stage, or whole"), TEXT),
                FactField.of("state", Text.of("计时状态", "State"), TEXT),
                FactField.of("entries", Text.of("进入次数", "Times entered"), INTEGER),
                FactField.of("started_at", Text.of("开始时间", "Started at"), INSTANT),
                FactField.of("stopped_at", Text.of("停止时间", "Stopped at"), INSTANT),
                FactField.of("working", Text.of("按工作时间", "Counts working time"), BOOLEAN),
                FactField.of("allowed_hours", Text.of("时限", "Time allowed"), NUMBER, "h"),
                FactField.of("used_hours", Text.of("用时", "Time used"), NUMBER, "h"),
                FactField.of("extensions", Text.of("延期次数", "Times extended"), INTEGER),
                FactField.of("due_at", Text.of("截止时间", "Due at"), INSTANT),
                FactField.of("on_time", Text.of("是否按时", "In time"), BOOLEAN),
                FactField.of("historical", Text.of("历史导入", "Historical"), BOOLEAN));
    }

    private static List<FactField> reportFields() {
        return List.of(
                FactField.of("id", Text.of("上报标识", "Report id"), TEXT),
                FactField.of("number", Text.of("上报号", "Number"), TEXT),
                FactField.of("case_id", Text.of("案件标识", "Case id"), TEXT),
                FactField.of("opened_case", Text.of("是否新立案件", "Opened a case"), BOOLEAN),
                FactField.of("channel", Text.of("渠道", "Channel"), TEXT),
                FactField.of("kind", Text.of("案件类型", "Kind"), TEXT),
                FactField.of("area_path", Text.of("区域", "Area"), TEXT),
                FactField.of("outside", Text.of("城外", "Outside the city"), BOOLEAN),
                FactField.of("seen_at", Text.of("发现时间", "Seen at"), INSTANT),
                FactField.of("reported_at", Text.of("上报时间", "Reported at"), INSTANT),
                FactField.of("anonymous", Text.of("匿名", "Anonymous"), BOOLEAN));
    }

    private static List<FactField> fields() {
        return List.of(
                FactField.of("id", Text.of("案件标识", "Case id"), TEXT),
                FactField.of("number", Text.of("案件编号", "Number"), TEXT),
                FactField.of("kind", Text.of("案件类型", "Kind"), TEXT),
                FactField.of("title", Text.of("标题", "Title"), TEXT),
                FactField.of("stage", Text.of("阶段", "Stage"), TEXT),
                FactField.of("severity", Text.of("级别", "Severity"), INTEGER),
                FactField.of("source", Text.of("来源", "Source"), TEXT),
                FactField.of("verified_by", Text.of("核查方式", "Verified by"), TEXT),
                FactField.of("rule", Text.of("告警规则", "Alarm rule"), TEXT),
                FactField.of("subject_kind", Text.of("对象类型", "Kind of subject"), TEXT),
                FactField.of("subject", Text.of("对象", "Subject"), TEXT),
                FactField.of("area_path", Text.of("区域", "Area"), TEXT),
                FactField.of("department", Text.of("主办部门", "Lead department"), TEXT),
                FactField.of("reported_at", Text.of("上报时间", "Reported at"), INSTANT),
                FactField.of("opened_at", Text.of("开案时间", "Opened at"), INSTANT),
                FactField.of("due", Text.of("当前阶段时限", "Due"), INSTANT),
                FactField.of("handled_at", Text.of("处置时间", "Handled at"), INSTANT),
                FactField.of("closed_at", Text.of("结案时间", "Closed at"), INSTANT),
                FactField.of("closed_by", Text.of("结案方式", "Closed by"), TEXT),
                FactField.of("hours_to_close", Text.of("结案用时", "Time to close"), NUMBER, "h"),
                FactField.of("reopened", Text.of("重开次数", "Times reopened"), INTEGER),
                FactField.of("late_stages", Text.of("超时阶段数", "Stages that were late"), INTEGER),
                FactField.of("historical", Text.of("历史导入", "Historical"), BOOLEAN),
                FactField.of("closure", Text.of("结案记录", "Closure"), TEXT),
                FactField.of("category", Text.of("分类", "Category"), TEXT));
    }
}
