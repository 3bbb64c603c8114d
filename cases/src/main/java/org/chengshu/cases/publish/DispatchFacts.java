package org.chengshu.cases.publish;

import static org.chengshu.core.spi.FieldType.BOOLEAN;
import static org.chengshu.core.spi.FieldType.INSTANT;
import static org.chengshu.core.spi.FieldType.INTEGER;
import static org.chengshu.core.spi.FieldType.TEXT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FactSource;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks of supporting departments, and supervision, as datasets; without the names of people and without words. */
@Configuration(proxyBeanMethods = false)
class DispatchFacts {
    @Bean
    FactSource caseDispatchFacts() {
        return () -> List.of(
                new Fact(
                        "cases.tasks",
                        Text.of("案件协办任务", "Supporting tasks of cases"),
                        "facts.cases_task",
                        "cases",
                        "asked_at",
                        Optional.of("area_path"),
                        fields(
                                FactField.of("asked_of", Text.of("协办部门", "Supporting department"), TEXT),
                                FactField.of("state", Text.of("状态", "State"), TEXT),
                                FactField.of("asked_at", Text.of("交办时间", "Asked at"), INSTANT),
                                FactField.of("due_at", Text.of("期限", "Due at"), INSTANT),
                                FactField.of("ended_at", Text.of("结束时间", "Ended at"), INSTANT),
                                FactField.of("on_time", Text.of("是否按时", "In time"), BOOLEAN))),
                new Fact(
                        "cases.supervisions",
                        Text.of("案件督办", "Supervision of cases"),
                        "facts.cases_supervision",
                        "cases",
                        "raised_at",
                        Optional.of("area_path"),
                        fields(
                                FactField.of("level", Text.of("督办级别", "Level"), INTEGER),
                                FactField.of("origin", Text.of("发起方", "Raised by a person or the platform"), TEXT),
                                FactField.of("state", Text.of("状态", "State"), TEXT),
                                FactField.of("raised_at", Text.of("督办时间", "Raised at"), INSTANT),
                                FactField.of("due_at", Text.of("答复期限", "Answer due at"), INSTANT),
                                FactField.of("answered_at", Text.of("答复时间", "Answered at"), INSTANT),
                                FactField.of("ended_at", Text.of("结束时间", "Ended at"), INSTANT),
                                FactField.of("refused", Text.of("答复被退回次数", "Answers refused"), INTEGER),
                                FactField.of("on_time", Text.of("是否按时答复", "Answered in time"), BOOLEAN))));
    }

    private static List<FactField> fields(FactField... own) {
        return Stream.concat(
                        Stream.of(
                                FactField.of("id", Text.of("标识", "Id"), TEXT),
                                FactField.of("case_id", Text.of("案件标识", "Case id"), TEXT),
                                FactField.of("case_number", Text.of("案件编号", "Case number"), TEXT),
                                FactField.of("kind", Text.of("案件类型", "Kind"), TEXT),
                                FactField.of("area_path", Text.of("区域", "Area"), TEXT),
                                FactField.of("department", Text.of("主办部门", "Lead department"), TEXT)),
                        Stream.of(own))
                .toList();
    }
}
