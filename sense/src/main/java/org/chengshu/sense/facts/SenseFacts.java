package org.chengshu.sense.facts;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FactSource;
import org.chengshu.core.spi.FieldType;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

@Component
final class SenseFacts implements FactSource {
    @Override
    public List<Fact> facts() {
        return List.of(new Fact(
                "sense.readings-hourly",
                Text.of("小时读数", "Readings by the hour"),
                "facts.sense_reading_hour",
                "sense",
                "hour",
                Optional.of("area_path"),
                List.of(
                        FactField.of("device", Text.of("设备", "Device"), FieldType.TEXT),
                        FactField.of("product", Text.of("产品", "Product"), FieldType.TEXT),
                        FactField.of("property", Text.of("属性", "Property"), FieldType.TEXT),
                        FactField.of("area_path", Text.of("区域", "Area"), FieldType.TEXT),
                        FactField.of("hour", Text.of("小时", "Hour"), FieldType.INSTANT),
                        FactField.of("avg", Text.of("均值", "Mean"), FieldType.NUMBER),
                        FactField.of("min", Text.of("最小值", "Least"), FieldType.NUMBER),
                        FactField.of("max", Text.of("最大值", "Greatest"), FieldType.NUMBER),
                        FactField.of("last", Text.of("末值", "Last"), FieldType.NUMBER),
                        FactField.of("count", Text.of("读数个数", "Count"), FieldType.INTEGER),
                        FactField.of("unit", Text.of("单位", "Unit"), FieldType.TEXT))));
    }
}
