package org.chengshu.cases.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON Schemas that lie beside classes. */
public final class Schemas {
    private Schemas() {}

    public static JsonNode read(Class<?> beside, String name, JsonMapper json) {
        try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return json.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
