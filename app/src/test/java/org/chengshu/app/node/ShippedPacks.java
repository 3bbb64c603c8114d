package org.chengshu.app.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packs that the platform ships, those that others build on first. */
final class ShippedPacks {
    private static final Path FOLDER = Path.of("..", "packs");
    private static final JsonMapper JSON = JsonMapper.shared();

    private ShippedPacks() {}

    static List<Path> inOrder() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            List<Path> all = folders.filter(folder -> Files.exists(folder.resolve("pack.yaml")))
                    .sorted()
                    .toList();
            Set<Path> ordered = new LinkedHashSet<>();
            all.forEach(folder -> add(folder, ordered, new HashSet<>()));
            return List.copyOf(ordered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void applyAll(Packs packs) {
        inOrder().forEach(folder -> packs.apply(PackFiles.read(folder), Viewer.system()));
    }

    /** Every node of every file, to look for what all of them must hold to. */
    static Stream<JsonNode> nodes(Path folder) {
        return PackFiles.read(folder).pathToText().values().stream()
                .map(ShippedPacks::yaml)
                .flatMap(ShippedPacks::within);
    }

    private static void add(Path folder, Set<Path> ordered, Set<Path> underway) {
        if (!underway.add(folder)) {
            throw new IllegalStateException(folder + " requires itself");
        }
        yaml(PackFiles.read(folder).pathToText().get("pack.yaml"))
                .path("requires")
                .valueStream()
                .map(required -> FOLDER.resolve(required.asString().split("\\s+")[0]))
                .filter(required -> !ordered.contains(required))
                .forEach(required -> add(required, ordered, underway));
        ordered.add(folder);
    }

    private static JsonNode yaml(String text) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static Stream<JsonNode> within(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(ShippedPacks::within));
    }
}
