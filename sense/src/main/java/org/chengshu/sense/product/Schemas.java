package org.chengshu.sense.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of this module's pack sections, which are files beside the classes. */
public final class Schemas {
    private Schemas() {}

    public static JsonNode of(String section) {
        try (InputStream file = Schemas.class.getResourceAsStream("/schema/sense/" + section + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no schema of section " + section);
            }
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
