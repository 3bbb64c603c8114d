package org.chengshu.app.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.chengshu.app.node.NodeClient;
import org.chengshu.core.packs.PackFiles;
import tools.jackson.databind.JsonNode;

/** A pack on this machine's disk, in a folder or an archive, as a verb sends it to a node. */
public record PackFolder(Path folder) {
    public static PackFolder at(Path folder) {
        boolean archive = folder.toString().endsWith(".zip") && Files.isRegularFile(folder);
        if (!archive && !Files.isRegularFile(folder.resolve("pack.yaml"))) {
            throw new IllegalArgumentException(folder + " is no pack: it has no pack.yaml");
        }
        return new PackFolder(folder);
    }

    /** The pack whose folder holds the file, at any depth. */
    public static Optional<PackFolder> around(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        while (folder != null) {
            if (Files.isRegularFile(folder.resolve("pack.yaml"))) {
                return Optional.of(new PackFolder(folder));
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    public Map<String, Object> body() {
        return Map.of("files", PackFiles.read(folder).pathToText());
    }

    public JsonNode check(NodeClient client) {
        return client.post("/api/core/v1/packs/check", body());
    }

    public JsonNode applyTo(NodeClient client) {
        return client.post("/api/core/v1/packs", body());
    }
}
