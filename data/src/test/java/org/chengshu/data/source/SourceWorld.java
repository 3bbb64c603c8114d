package org.chengshu.data.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Text;

/** Datasets that tests' sources fill. */
public final class SourceWorld {
    private final StoredDatasets stored;

    public SourceWorld(StoredDatasets stored) {
        this.stored = stored;
    }

    /** Lamps by number: code, name, watts. */
    public String lamps(String id, RowsMode mode) {
        stored.find(id).ifPresent(dataset -> stored.drop(id));
        Text title = Text.of("路灯", "Lamps");
        StoredDefinition plain = StoredDefinition.of(
                id,
                title,
                "",
                List.of(
                        field("id", FieldType.INTEGER),
                        field("name", FieldType.TEXT),
                        field("watts", FieldType.NUMBER)));
        stored.define(mode == RowsMode.REPLACE ? plain : plain.keyed(mode, "id"));
        return id;
    }

    private static StoredField field(String name, FieldType type) {
        return StoredField.of(name, Text.of(name, name), type);
    }

    public static Map<String, Object> source(String name, String kind, Map<String, ?> config, String dataset) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("kind", kind);
        body.put("config", config);
        body.put("target", Map.of("dataset", dataset));
        return body;
    }
}
