package org.chengshu.data.library.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.chengshu.data.Condition;
import org.chengshu.data.ConditionJson;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.JsonNode;

/** Reads a source of a library as packs and requests describe it. */
final class SourceReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int USUAL_PRIORITY = 10;

    private SourceReader() {}

    /** Empty when there are faults. */
    static Optional<LibrarySource> read(String id, String library, JsonNode json, Faults faults) {
        int before = faults.found().size();
        if (!ID.matcher(id).matches()) {
            faults.add("/id", "编号应为小写字母、数字和短横", "an id has lower-case letters, digits and dashes");
        }
        String dataset = JsonWords.word(json, "dataset").orElse("");
        if (dataset.isEmpty()) {
            faults.add("/dataset", "缺少数据资源", "the dataset is missing");
        }
        int priority = json.path("priority").asInt(USUAL_PRIORITY);
        if (priority < 1 || priority > 1_000) {
            faults.add("/priority", "优先级应为 1 到 1000，1 最可信", "a priority is 1..1000, 1 is trusted most");
        }
        Map<String, LibrarySource.FieldSource> fields = fields(json.path("fields"), faults);
        List<Condition> where = where(json.path("where"), faults);
        if (faults.found().size() > before) {
            return Optional.empty();
        }
        return Optional.of(new LibrarySource(
                id,
                library,
                JsonWords.text(json.path("title"), id),
                dataset,
                priority,
                JsonWords.word(json, "freshness"),
                JsonWords.words(json.path("key")),
                where,
                fields));
    }

    private static Map<String, LibrarySource.FieldSource> fields(JsonNode json, Faults faults) {
        Map<String, LibrarySource.FieldSource> fields = new TreeMap<>();
        json.forEachEntry((field, value) -> {
            Optional<String> column =
                    value.isString() ? Optional.of(value.stringValue()) : JsonWords.word(value, "column");
            column.ifPresentOrElse(
                    name -> fields.put(field, new LibrarySource.FieldSource(name, JsonWords.word(value, "standard"))),
                    () -> faults.add("/fields/" + field, "缺少来源字段", "the column is missing"));
        });
        if (fields.isEmpty()) {
            faults.add("/fields", "至少要对应一个字段", "at least one field must be mapped");
        }
        return fields;
    }

    private static List<Condition> where(JsonNode json, Faults faults) {
        try {
            return ConditionJson.list(json);
        } catch (Fault e) {
            faults.add("/where", "条件有误：" + e.getMessage(), e.getMessage());
            return List.of();
        }
    }
}
