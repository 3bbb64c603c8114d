package org.chengshu.cases.part;

import static org.chengshu.core.spi.FieldType.BOOLEAN;
import static org.chengshu.core.spi.FieldType.INSTANT;
import static org.chengshu.core.spi.FieldType.TEXT;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FactSource;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sub-tasks as a dataset; without the names of people and without words. */
@Configuration(proxyBeanMethods = false)
class PartFacts {
    @Bean
    FactSource casePartFacts() {
        return () -> List.of(new Fact(
                "cases.parts",
                Text.of("案件子任务", "Sub-tasks of cases"),
                "facts.cases_part",
                "cases",
                "asked_at",
                Optional.of("area_path"),
                List.of(
                        FactField.of("id", Text.of("子任务标识", "Sub-task id"), TEXT),
                        FactField.of("case_id", Text.of("案件标识", "Case id"), TEXT),
                        FactField.of("case_number", Text.of("案件编号", "Case number"), TEXT),
                        FactField.of("kind", Text.of("案件类型", "Kind"), TEXT),
                        FactField.of("area_path", Text.of("区域", "Area"), TEXT),
                        FactField.of("department", Text.of("主办部门", "Lead department"), TEXT),
                        FactField.of("asked_of", Text.of("交办部门", "Department asked"), TEXT),
                        FactField.of("asked_of_person", Text.of("交给个人", "Asked of a person"), BOOLEAN),
                        FactField.of("state", Text.of("状态", "State"), TEXT),
                        FactField.of("asked_at", Text.of("交办时间", "Asked at"), INSTANT),
                        FactField.of("due_at", Text.of("期限", "Due at"), INSTANT),
                        FactField.of("ended_at", Text.of("结束时间", "Ended at"), INSTANT),
                        FactField.of("on_time", Text.of("是否按时", "In time"), BOOLEAN))));
    }
}
