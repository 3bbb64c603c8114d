package org.chengshu.sense.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads a mapping once its schema has passed. */
final class MappingJson {
    private MappingJson() {}

    /** An {@link IllegalArgumentException} says what is wrong with a pattern or zone. */
    static Mapping read(JsonNode json) {
        JsonNode device = json.get("device");
        String column = device.get("column").stringValue();
        List<ValueColumn> columns = new ArrayList<>();
        json.get("columns").forEachEntry((name, value) -> columns.add(column(name, value)));
        Set<String> missing =
                json.path("missing").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
        return new Mapping(
                json.get("id").stringValue(),
                Optional.ofNullable(json.get("product")).map(JsonNode::stringValue),
                json.path("delimiter").asString(",").charAt(0),
                time(json.get("time")),
                column,
                device.path("code").asString("{" + column + "}"),
                device.path("create").asBoolean(false),
                missing,
                columns,
                json.toString());
    }

    private static ValueColumn column(String name, JsonNode json) {
        return new ValueColumn(
                name,
                json.get("property").stringValue(),
                Optional.ofNullable(json.get("scale"))
                        .map(JsonNode::decimalValue)
                        .filter(MappingJson::isReal));
    }

    private static boolean isReal(BigDecimal scale) {
        return scale.compareTo(BigDecimal.ONE) != 0;
    }

    private static TimeColumns time(JsonNode json) {
        try {
            List<String> columns = json.has("columns")
                    ? json.get("columns")
                            .valueStream()
                            .map(JsonNode::stringValue)
                            .toList()
                    : List.of(json.get("column").stringValue());
            return new TimeColumns(
                    columns,
                    Optional.ofNullable(json.get("pattern"))
                            .map(pattern -> DateTimeFormatter.ofPattern(pattern.stringValue(), Locale.ROOT)),
                    Optional.ofNullable(json.get("zone")).map(zone -> ZoneId.of(zone.stringValue())));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
