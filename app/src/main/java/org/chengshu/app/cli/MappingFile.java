package org.chengshu.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.pack.PackFolder;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;

/** A mapping's file within its pack; names the mapping, and sees to it that the node knows the pack. */
record MappingFile(Path file, String id) {
    static MappingFile read(Path file) {
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            if (root instanceof Map<?, ?> map
                    && map.get("mappings") instanceof List<?> list
                    && list.getFirst() instanceof Map<?, ?> first
                    && first.get("id") instanceof String id) {
                return new MappingFile(file, id);
            }
        } catch (IOException | YamlEngineException e) {
            throw new IllegalArgumentException("cannot read the mapping " + file + ": " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(file + " has no 'mappings:' with an 'id'");
    }

    void ensureInstalled(NodeClient client) {
        Optional<PackFolder> pack = PackFolder.around(file);
        if (pack.isPresent()) {
            JsonNode installed = client.get("/api/core/v1/packs");
            Installer.install(client, pack.get(), installed);
        }
    }
}
