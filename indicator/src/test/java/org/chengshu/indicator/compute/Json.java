package org.chengshu.indicator.compute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.chengshu.indicator.model.TableDefinition;
import org.chengshu.indicator.model.TableJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The test's own definitions. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static JsonNode resource(String name) {
        try (InputStream stream = Json.class.getResourceAsStream("/indicator/" + name)) {
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Library tables() {
        List<TableDefinition> tables = new ArrayList<>();
        resource("tables.json").forEach(table -> tables.add(TableJson.read(table)));
        return Library.of(tables);
    }
}
