package org.chengshu.core.packs.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.internal.yaml.FaultList;
import org.chengshu.core.packs.internal.yaml.YamlFile;
import org.chengshu.core.packs.internal.yaml.YamlToJson;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;

/** Reads the files of one pack into its manifest and the items of each section; tells what has no place in a pack. */
final class PackReader {
    private static final int LONGEST_ID = 200;

    private final Sections sections;
    private final FaultList faults;
    private final YamlToJson converter;
    private final Map<String, List<PackItem>> items = new LinkedHashMap<>();
    private Optional<Manifest> manifest = Optional.empty();
    private Optional<PackItem> manifestItem = Optional.empty();

    PackReader(Sections sections, FaultList faults) {
        this.sections = sections;
        this.faults = faults;
        this.converter = new YamlToJson(faults);
    }

    ReadPack read(PackFiles files) {
        if (!files.pathToText().containsKey(Manifest.FILE)) {
            faults.add(Manifest.FILE, 1, Text.of("缺少 pack.yaml", "there is no pack.yaml"));
        }
        files.pathToText().forEach(this::readFile);
        return new ReadPack(manifest, manifestItem, items);
    }

    private void readFile(String path, String text) {
        if (!isFine(path)) {
            faults.add(
                    path,
                    1,
                    Text.of("主题包的文件以 .yaml 结尾，路径在包内", "files of a pack end in .yaml and have a path inside the pack"));
            return;
        }
        Optional<Node> root = YamlFile.compose(path, text, faults);
        if (path.equals(Manifest.FILE)) {
            root.ifPresent(this::readManifest);
        } else if (root.orElse(null) instanceof MappingNode mapping) {
            readSections(path, mapping);
        } else {
            root.ifPresent(node -> faults.add(
                    path,
                    YamlFile.line(node),
                    Text.of("文件的最外层应是“板块名: 列表”", "a file holds section names, each with a list of items")));
        }
    }

    private static boolean isFine(String path) {
        return path.endsWith(".yaml")
                && !path.startsWith("/")
                && !path.contains("\\")
                && List.of(path.split("/")).stream().noneMatch(step -> step.isEmpty() || step.equals(".."));
    }

    private void readManifest(Node root) {
        converter.convert(Manifest.FILE, root).ifPresent(read -> {
            PackItem item = new PackItem(read.json().path("id").asString(""), read.json(), Manifest.FILE, read.lines());
            manifestItem = Optional.of(item);
            if (Manifest.SCHEMA.passes("", item, faults)) {
                manifest = Optional.of(Manifest.of(item));
            }
        });
    }

    private void readSections(String path, MappingNode root) {
        Map<String, Node> seen = new LinkedHashMap<>();
        for (NodeTuple entry : root.getValue()) {
            try {
                String name = YamlToJson.key(entry.getKeyNode());
                Node first = seen.putIfAbsent(name, entry.getKeyNode());
                if (first != null) {
                    faults.add(path, YamlFile.line(entry.getKeyNode()), YamlToJson.duplicateKey(name, first));
                } else {
                    readSection(path, name, entry);
                }
            } catch (YamlToJson.NotJson e) {
                e.tell(path, faults);
            }
        }
    }

    private void readSection(String path, String name, NodeTuple entry) {
        int line = YamlFile.line(entry.getKeyNode());
        if (!sections.names().contains(name)) {
            faults.add(path, line, unknownSection(name));
        } else if (entry.getValueNode() instanceof SequenceNode list) {
            list.getValue().forEach(node -> readItem(path, name, node));
        } else {
            faults.add(path, line, Text.of("板块 " + name + " 应是列表", "section " + name + " holds a list of items"));
        }
    }

    private void readItem(String path, String section, Node node) {
        converter.convert(path, node).ifPresent(read -> {
            Optional<String> id = id(read.json());
            if (id.isPresent()) {
                items.computeIfAbsent(section, any -> new ArrayList<>())
                        .add(new PackItem(id.get(), read.json(), path, read.lines()));
            } else {
                faults.add(
                        path,
                        YamlFile.line(node),
                        Text.of(
                                section + " 的每一项需要 id 或 code，不超过 200 字",
                                "an item of " + section + " needs an id or a code of at most 200 characters"));
            }
        });
    }

    private static Optional<String> id(JsonNode json) {
        JsonNode id = json.has("id") ? json.path("id") : json.path("code");
        return id.isString() || id.isNumber()
                ? Optional.of(id.asString()).filter(text -> !text.isBlank() && text.length() <= LONGEST_ID)
                : Optional.empty();
    }

    private Text unknownSection(String name) {
        Optional<String> near = Nearest.of(name, sections.names());
        return Text.of(
                "没有板块 " + name + near.map(known -> "，是否为 " + known + "？").orElse(""),
                "there is no section " + name
                        + near.map(known -> ", did you mean " + known + "?").orElse(""));
    }

    /** Items by section, in the order of paths and lines; the manifest only when its schema passes it. */
    record ReadPack(Optional<Manifest> manifest, Optional<PackItem> manifestItem, Map<String, List<PackItem>> items) {
        List<PackItem> itemsOf(String section) {
            return items.getOrDefault(section, List.of());
        }
    }
}
