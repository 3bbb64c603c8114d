package org.chengshu.data.library.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of the sections, which are files beside the classes. */
final class LibrarySchemas {
    private LibrarySchemas() {}

    static JsonNode of(String section) {
        try (InputStream file = LibrarySchemas.class.getResourceAsStream("/schema/data/" + section + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no schema of section " + section);
            }
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
