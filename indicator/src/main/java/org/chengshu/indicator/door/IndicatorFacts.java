package org.chengshu.indicator.door;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FactSource;
import org.chengshu.core.spi.FieldType;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** The values as a dataset, from which further indicators can be made. */
@Component
class IndicatorFacts implements FactSource {
    @Override
    public List<Fact> facts() {
        return List.of(new Fact(
                "indicator.values",
                Text.of("指标值", "Indicator values"),
                "facts.indicator_value",
                "indicator",
                "grain_start",
                Optional.of("area_path"),
                List.of(
                        field("indicator", "指标", "Indicator", FieldType.TEXT),
                        field("title_zh", "中文名称", "Title in Chinese", FieldType.TEXT),
                        field("title_en", "英文名称", "Title in English", FieldType.TEXT),
                        field("theme", "主题", "Theme", FieldType.TEXT),
                        field("unit", "单位", "Unit", FieldType.TEXT),
                        field("grain", "时间粒度", "Grain", FieldType.TEXT),
                        field("grain_start", "时段开始", "Start of the period", FieldType.INSTANT),
                        field("dimension", "维度", "Dimension", FieldType.TEXT),
                        field("member", "维度值", "Member of the dimension", FieldType.TEXT),
                        field("key", "对象", "Key", FieldType.TEXT),
                        field("area_path", "区域路径", "Area path", FieldType.TEXT),
                        field("value", "值", "Value", FieldType.NUMBER),
                        field("target", "目标", "Target", FieldType.NUMBER),
                        field("standing", "达标情况", "Standing", FieldType.TEXT),
                        field("level", "级别", "Level", FieldType.TEXT),
                        field("coverage", "数据完整度", "Coverage", FieldType.NUMBER),
                        field("count", "数据条数", "Rows that went in", FieldType.INTEGER),
                        field("revision", "修订号", "Revision", FieldType.INTEGER),
                        field("computed_at", "计算时间", "Computed at", FieldType.INSTANT))));
    }

    private static FactField field(String name, String zh, String en, FieldType type) {
        return FactField.of(name, Text.of(zh, en), type);
    }
}
