package org.chengshu.indicator.packs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of this module's sections. */
final class Schemas {
    private Schemas() {}

    static JsonNode read(JsonMapper mapper, String name) {
        String path = "/indicator/" + name + ".schema.json";
        try (InputStream stream = Schemas.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no resource " + path);
            }
            return mapper.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
