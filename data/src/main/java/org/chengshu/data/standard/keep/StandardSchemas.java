package org.chengshu.data.standard.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of the pack sections, files under {@code schema/data}. */
public final class StandardSchemas {
    private StandardSchemas() {}

    public static JsonNode of(String section) {
        String name = "/schema/data/" + section + ".json";
        try (InputStream file = Objects.requireNonNull(StandardSchemas.class.getResourceAsStream(name), name)) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
