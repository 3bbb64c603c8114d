package org.chengshu.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.pack.PackFolder;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

/** Applies a pack that a node lacks, after the packs that it requires, which are looked for beside it. */
final class Installer {
    private Installer() {}

    static void install(NodeClient client, PackFolder pack, JsonNode installed) {
        String id = pack.folder().getFileName().toString();
        if (isIn(installed, id)) {
            return;
        }
        for (String required : requires(pack.folder())) {
            Path beside = pack.folder().resolveSibling(required);
            if (!isIn(installed, required) && Files.isDirectory(beside)) {
                install(client, PackFolder.at(beside), installed);
            }
        }
        System.err.println("Applying the pack " + id + " first ...");
        pack.applyTo(client);
    }

    private static boolean isIn(JsonNode installed, String id) {
        for (JsonNode pack : installed.path("items")) {
            if (pack.path("id").asString("").equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> requires(Path folder) {
        try {
            Object root = new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(folder.resolve("pack.yaml")));
            Object requires =
                    root instanceof Map<?, ?> map && map.containsKey("requires") ? map.get("requires") : List.of();
            return switch (requires) {
                case List<?> list ->
                    list.stream()
                            .map(one -> String.valueOf(one).split("\\s+")[0])
                            .toList();
                case Map<?, ?> map -> map.keySet().stream().map(String::valueOf).toList();
                default -> List.of();
            };
        } catch (IOException e) {
            throw new Fault(
                    CoreError.BAD_REQUEST, "cannot read " + folder.resolve("pack.yaml") + ": " + e.getMessage(), e);
        }
    }
}
