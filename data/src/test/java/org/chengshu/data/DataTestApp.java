package org.chengshu.data;

import static org.chengshu.core.spi.FieldType.BOOLEAN;
import static org.chengshu.core.spi.FieldType.DATE;
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

/** A node with one more module: a town that publishes its lamps. */
@SpringBootApplication(scanBasePackages = "org.chengshu")
public class DataTestApp {
    public static final String LAMPS = "town.lamps";

    @Bean
    ModuleSchema townSchema() {
        return new ModuleSchema("town");
    }

    @Bean
    FactSource lamps() {
        return () -> List.of(new Fact(
                LAMPS,
                Text.of("路灯", "Lamps"),
                "facts.town_lamp",
                "town",
                "seen_at",
                Optional.of("area_path"),
                List.of(
                        field("id", TEXT, 1),
                        field("name", TEXT, 1),
                        field("area_path", TEXT, 1),
                        field("lit", BOOLEAN, 1),
                        new FactField("power", Text.of("功率", "Power"), NUMBER, Optional.of("W"), 1),
                        field("warmth", NUMBER, 1),
                        field("flickers", INTEGER, 1),
                        field("seen_at", INSTANT, 1),
                        field("installed_on", DATE, 1),
                        field("keeper_phone", TEXT, 3))));
    }

    private static FactField field(String name, FieldType type, int sensitivity) {
        return new FactField(name, Text.of(name, name), type, Optional.empty(), sensitivity);
    }
}
