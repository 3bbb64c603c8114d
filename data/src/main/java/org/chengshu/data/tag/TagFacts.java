package org.chengshu.data.tag;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FactSource;
import org.chengshu.core.spi.FieldType;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** All marks as one dataset, so that tags filter and count like any other fact. */
@Component
final class TagFacts implements FactSource {
    @Override
    public List<Fact> facts() {
        return List.of(new Fact(
                "data.tags",
                Text.of("业务标签", "Business tags"),
                "facts.data_tag",
                "data",
                "since",
                Optional.of("area_path"),
                List.of(
                        FactField.of("tag", Text.of("标签", "Tag"), FieldType.TEXT),
                        FactField.of("dataset", Text.of("数据资源", "Dataset"), FieldType.TEXT),
                        // The key of a person is as sensitive as the person's number.
                        new FactField("row_key", Text.of("主键值", "Key"), FieldType.TEXT, Optional.empty(), 3),
                        FactField.of("area_path", Text.of("区域", "Area"), FieldType.TEXT),
                        FactField.of("since", Text.of("起始时间", "Since"), FieldType.INSTANT))));
    }
}
