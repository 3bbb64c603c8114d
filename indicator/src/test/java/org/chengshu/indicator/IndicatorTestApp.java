package org.chengshu.indicator;

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
import org.chengshu.core.spi.FieldType;
import org.chengshu.kernel.Text;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A node where a town publishes hourly readings and cases under the names that the real modules use. */
@SpringBootApplication(scanBasePackages = "org.chengshu")
public class IndicatorTestApp {
    @Bean
    ModuleSchema townSchema() {
        return new ModuleSchema("town");
    }

    @Bean
    FactSource townFacts() {
        return () -> List.of(readings(), cases());
    }

    private static Fact readings() {
        return new Fact(
                "sense.readings-hourly",
                Text.of("小时读数", "Hourly readings"),
                "facts.town_reading_hour",
                "town",
                "hour",
                Optional.of("area_path"),
                List.of(
                        field("device", TEXT),
                        field("product", TEXT),
                        field("property", TEXT),
                        field("area_path", TEXT),
                        field("hour", INSTANT),
                        field("avg", NUMBER),
                        field("min", NUMBER),
                        field("max", NUMBER),
                        field("last", NUMBER),
                        field("count", INTEGER),
                        field("unit", TEXT)));
    }

    private static Fact cases() {
        return new Fact(
                "cases.cases",
                Text.of("案件", "Cases"),
                "facts.town_case",
                "town",
                "reported_at",
                Optional.of("area_path"),
                List.of(
                        field("id", TEXT),
                        field("kind", TEXT),
                        field("stage", TEXT),
                        field("department", TEXT),
                        field("area_path", TEXT),
                        field("reported_at", INSTANT),
                        field("closed_at", INSTANT),
                        field("hours_to_close", NUMBER),
                        new FactField("reporter", Text.of("上报人", "Reporter"), TEXT, Optional.empty(), 3)));
    }

    private static FactField field(String name, FieldType type) {
        return FactField.of(name, Text.of(name, name), type);
    }
}
