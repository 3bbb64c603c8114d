package org.chengshu.cases.evaluation;

import static org.chengshu.core.spi.FieldType.INSTANT;
import static org.chengshu.core.spi.FieldType.INTEGER;
import static org.chengshu.core.spi.FieldType.NUMBER;
import static org.chengshu.core.spi.FieldType.TEXT;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FactSource;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature declares to the house: its dataset and its kind of jobs. */
@Configuration(proxyBeanMethods = false)
class EvaluationFacts {
    @Bean
    JobKind<EvaluationRun.Input> caseEvaluationJob(EvaluationRun run) {
        return run.kind();
    }

    // Departments and posts span all areas, so only whoever sees the whole city reads the figures as data.
    @Bean
    FactSource caseEvaluationFacts() {
        return () -> List.of(new Fact(
                "cases.evaluations",
                Text.of("办理评价", "Evaluations of handling"),
                "facts.cases_evaluation",
                "cases",
                "range_to",
                Optional.empty(),
                fields()));
    }

    private static List<FactField> fields() {
        return List.of(
                FactField.of("id", Text.of("标识", "Id"), TEXT),
                FactField.of("evaluation", Text.of("评价", "Evaluation"), TEXT),
                FactField.of("scheme", Text.of("方案", "Scheme"), TEXT),
                FactField.of("range_from", Text.of("时段起", "From"), INSTANT),
                FactField.of("range_to", Text.of("时段止", "To"), INSTANT),
                FactField.of("computed_at", Text.of("计算时间", "Computed at"), INSTANT),
                FactField.of("dimension", Text.of("维度", "Of"), TEXT),
                FactField.of("key", Text.of("代码", "Code"), TEXT),
                FactField.of("cases", Text.of("案件数", "Cases"), INTEGER),
                FactField.of("score", Text.of("得分", "Score"), NUMBER),
                FactField.of("grade", Text.of("等级", "Grade"), TEXT),
                FactField.of("score_now", Text.of("更正后得分", "Score after appeals"), NUMBER),
                FactField.of("grade_now", Text.of("更正后等级", "Grade after appeals"), TEXT),
                FactField.of("closed_on_time", Text.of("按时结案率", "Closed on time"), NUMBER),
                FactField.of("accepted_on_time", Text.of("按时受理率", "Accepted on time"), NUMBER),
                FactField.of("rework", Text.of("返工率", "Rework"), NUMBER),
                FactField.of("returns", Text.of("退单率", "Returns"), NUMBER),
                FactField.of("supervised", Text.of("督办率", "Supervised"), NUMBER),
                FactField.of("satisfaction", Text.of("满意度", "Satisfaction"), NUMBER),
                FactField.of("false_closures", Text.of("虚假结案率", "False closures"), NUMBER),
                FactField.of("handle_hours", Text.of("平均处置用时", "Mean time to handle"), NUMBER, "h"));
    }
}
