package org.chengshu.alarm.publish;

import static org.chengshu.core.spi.FieldType.BOOLEAN;
import static org.chengshu.core.spi.FieldType.INSTANT;
import static org.chengshu.core.spi.FieldType.INTEGER;
import static org.chengshu.core.spi.FieldType.NUMBER;
import static org.chengshu.core.spi.FieldType.TEXT;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.db.ModuleSchema;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FactSource;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the alarm centre declares to the house: its schema, its rights, its facts. */
@Configuration(proxyBeanMethods = false)
class AlarmPublishing {
    private static final String OWNER = "alarm";

    @Bean
    ModuleSchema alarmSchema() {
        return new ModuleSchema(OWNER);
    }

    @Bean
    PermissionSource alarmPermissions() {
        return () -> List.of(
                Permission.of("alarm:read", "查看告警", "See alarms"),
                Permission.of("alarm:acknowledge", "确认告警", "Acknowledge alarms"),
                Permission.of("alarm:handle", "处理告警：备注、指派、搁置", "Work on alarms: comment, assign, shelve"),
                Permission.of("alarm:clear", "手动解除告警", "Clear alarms by hand"),
                Permission.of("alarm:maintain", "维护窗口", "Keep maintenance windows"),
                Permission.ofCity("alarm:depend", "设备依赖关系", "Say which subjects depend on which"));
    }

    @Bean
    FactSource alarmFacts() {
        return () -> List.of(new Fact(
                "alarm.alarms",
                Text.of("告警", "Alarms"),
                "facts.alarm_alarm",
                OWNER,
                "raised_at",
                Optional.of("area_path"),
                fields()));
    }

    private static List<FactField> fields() {
        return List.of(
                FactField.of("id", Text.of("告警编号", "Alarm id"), TEXT),
                FactField.of("rule", Text.of("规则", "Rule"), TEXT),
                FactField.of("rule_title", Text.of("规则名称", "Title of the rule"), TEXT),
                FactField.of("severity", Text.of("级别", "Severity"), INTEGER),
                FactField.of("sort", Text.of("类别", "Sort"), TEXT),
                FactField.of("state", Text.of("状态", "State"), TEXT),
                FactField.of("subject_kind", Text.of("对象类型", "Kind of subject"), TEXT),
                FactField.of("subject", Text.of("对象", "Subject"), TEXT),
                FactField.of("area_path", Text.of("区域", "Area"), TEXT),
                FactField.of("since", Text.of("起始时间", "Since"), INSTANT),
                FactField.of("raised_at", Text.of("告警时间", "Raised at"), INSTANT),
                FactField.of("acknowledged_at", Text.of("确认时间", "Acknowledged at"), INSTANT),
                FactField.of("cleared_at", Text.of("解除时间", "Cleared at"), INSTANT),
                FactField.of("minutes_to_acknowledge", Text.of("确认用时", "Time to acknowledge"), NUMBER, "min"),
                FactField.of("minutes_to_clear", Text.of("持续时长", "Time to clear"), NUMBER, "min"),
                FactField.of("historical", Text.of("历史导入", "Historical"), BOOLEAN),
                FactField.of("first_severity", Text.of("最初级别", "First severity"), INTEGER),
                FactField.of("peak_severity", Text.of("最高级别", "Worst severity"), INTEGER),
                FactField.of("suppression", Text.of("抑制原因", "Suppressed by"), TEXT),
                FactField.of("woke_at", Text.of("重新计入时间", "Counted again at"), INSTANT),
                FactField.of("storm", Text.of("告警风暴", "Storm"), TEXT),
                FactField.of("assignee", Text.of("负责人", "Assigned to"), TEXT),
                FactField.of("cleared_by", Text.of("手动解除人", "Cleared by"), TEXT),
                FactField.of("minutes_since_last", Text.of("距上次告警", "Since the last one"), NUMBER, "min"));
    }
}
