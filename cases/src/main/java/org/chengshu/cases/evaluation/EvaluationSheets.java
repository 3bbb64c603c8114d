package org.chengshu.cases.evaluation;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class EvaluationSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(runs(), rows(), marks(), appeals());
    }

    private static ListSheet<Evaluation> runs() {
        return ListSheet.of(Evaluation.class, "/api/cases/v1/evaluations", "综合评价", "Evaluations")
                .with("方案", "Scheme", Evaluation::title)
                .with("从", "From", Evaluation::from)
                .with("到", "To", Evaluation::to)
                .with("计算时间", "Computed", Evaluation::computedAt)
                .with("计算人", "Computed by", Evaluation::computedBy)
                .with("状态", "State", Evaluation::state)
                .with("案件数", "Cases", Evaluation::cases)
                .with("重算一致次数", "Times confirmed", Evaluation::confirmations)
                .with("数值摘要", "Digest", Evaluation::digest)
                .with("编号", "Id", Evaluation::id);
    }

    private static ListSheet<EvaluationRow> rows() {
        ListSheet<EvaluationRow> sheet = ListSheet.of(
                        EvaluationRow.class, "/api/cases/v1/evaluations/{id}/rows", "评价结果", "Figures of an evaluation")
                .with("维度", "Of", EvaluationRow::dimension)
                .with("代码", "Code", EvaluationRow::key)
                .with("名称", "Name", EvaluationRow::name)
                .with("案件数", "Cases", EvaluationRow::cases)
                .with("得分", "Score", EvaluationRow::score)
                .with("等级", "Grade", EvaluationRow::grade)
                .with("更正后得分", "Corrected score", EvaluationRow::correctedScore)
                .with("更正后等级", "Corrected grade", EvaluationRow::correctedGrade);
        for (Measure measure : Measure.values()) {
            sheet = sheet.with(measure.title().zh(), measure.title().en(), row -> row.value(measure));
        }
        return sheet;
    }

    private static ListSheet<EvaluationMarks.Item> marks() {
        return ListSheet.of(
                        EvaluationMarks.Item.class,
                        "/api/cases/v1/evaluations/{id}/marks",
                        "评价依据",
                        "What counted in an evaluation")
                .with("案件号", "Case", EvaluationMarks.Item::caseNumber)
                .with("标题", "Title", EvaluationMarks.Item::caseTitle)
                .with("指标", "Measure", EvaluationMarks.Item::measure)
                .with("时间", "At", EvaluationMarks.Item::at)
                .with("部门", "Department", EvaluationMarks.Item::department)
                .with("岗位", "Post", EvaluationMarks.Item::post)
                .with("基数", "Of", EvaluationMarks.Item::n)
                .with("数值", "Value", EvaluationMarks.Item::value)
                .with("申诉", "Appeal", EvaluationMarks.Item::appeal)
                .with("编号", "Id", EvaluationMarks.Item::id);
    }

    private static ListSheet<EvaluationAppeals.Item> appeals() {
        return ListSheet.of(EvaluationAppeals.Item.class, "/api/cases/v1/evaluation-appeals", "评价申诉", "Appeals")
                .with("案件号", "Case", EvaluationAppeals.Item::caseNumber)
                .with("标题", "Title", EvaluationAppeals.Item::caseTitle)
                .with("指标", "Measure", EvaluationAppeals.Item::measure)
                .with("部门", "Department", EvaluationAppeals.Item::department)
                .with("理由", "Reason", EvaluationAppeals.Item::reason)
                .with("申诉时间", "Asked", EvaluationAppeals.Item::askedAt)
                .with("申诉人", "Asked by", EvaluationAppeals.Item::askedBy)
                .with("状态", "State", EvaluationAppeals.Item::state)
                .with("裁定人", "Decided by", EvaluationAppeals.Item::decidedBy)
                .with("裁定时间", "Decided", EvaluationAppeals.Item::decidedAt)
                .with("裁定意见", "Decision", EvaluationAppeals.Item::decision)
                .with("编号", "Id", EvaluationAppeals.Item::id);
    }
}
