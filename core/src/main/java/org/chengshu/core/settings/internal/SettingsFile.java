package org.chengshu.core.settings.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chengshu.core.settings.SettingOrigin;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads {@code chengshu.yaml}: names nested, dotted, or both; each value with its line. */
final class SettingsFile {
    static final String NAME = "chengshu.yaml";
    private static final long LARGEST = 256L * 1024;
    private static final LoadSettings YAML = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(0)
            .build();
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final FaultsFound faults;
    private final List<GivenValue> values = new ArrayList<>();

    private SettingsFile(FaultsFound faults) {
        this.faults = faults;
    }

    static List<GivenValue> read(Path dataFolder, FaultsFound faults) {
        Path file = dataFolder.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        SettingsFile reading = new SettingsFile(faults);
        try {
            if (Files.size(file) > LARGEST) {
                faults.add(NAME, "文件超过 256 KiB", "the file is larger than 256 KiB");
            } else {
                reading.compose(Files.readString(file));
            }
        } catch (CharacterCodingException e) {
            faults.add(NAME, "文件不是 UTF-8 编码", "the file is not UTF-8");
        } catch (IOException e) {
            faults.add(NAME, "无法读取：" + e.getMessage(), "cannot be read: " + e.getMessage());
        }
        return List.copyOf(reading.values);
    }

    /** Whether somebody else than its owner may read or change the file. */
    static boolean isOpenToOthers(Path dataFolder) {
        try {
            return Files.getPosixFilePermissions(dataFolder.resolve(NAME)).stream()
                    .anyMatch(OTHERS::contains);
        } catch (IOException e) {
            return true;
        }
    }

    private void compose(String text) {
        try {
            for (Node document : new Compose(YAML).composeAllFromString(text)) {
                walk(document, "");
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            faults.add(NAME + ":" + line, "YAML 语法错误：" + e.getProblem(), "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(
                    NAME, "YAML 无法读取", "not readable as YAML: " + e.getClass().getSimpleName());
        }
    }

    private void walk(Node node, String name) {
        switch (node) {
            case MappingNode mapping -> mapping.getValue().forEach(entry -> walk(entry, name));
            case SequenceNode sequence when !name.isEmpty() -> list(sequence, name);
            case ScalarNode scalar when !name.isEmpty() -> scalar(scalar, name);
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> {}
            default -> faults.add(place(node), "应为 名称: 值", "this is no name: value");
        }
    }

    private void walk(NodeTuple entry, String name) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
            walk(entry.getValueNode(), name.isEmpty() ? key.getValue() : name + "." + key.getValue());
        } else {
            faults.add(place(entry.getKeyNode()), "名称必须是文字", "a name must be a plain word");
        }
    }

    private void scalar(ScalarNode scalar, String name) {
        if (scalar.getTag().equals(Tag.NULL)) {
            faults.add(place(scalar), name + " 没有值", name + " has no value; remove the line or give one");
        } else {
            values.add(new GivenValue(name, scalar.getValue(), SettingOrigin.FILE, place(scalar)));
        }
    }

    private void list(SequenceNode sequence, String name) {
        List<String> words = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            if (element instanceof ScalarNode scalar && !scalar.getValue().contains(",")) {
                words.add(scalar.getValue());
            } else {
                faults.add(place(element), name + " 的元素必须是不含逗号的词", name + " takes a list of words without commas");
            }
        }
        values.add(new GivenValue(name, String.join(",", words), SettingOrigin.FILE, place(sequence)));
    }

    private static String place(Node node) {
        return NAME + ":" + (node.getStartMark().map(Mark::getLine).orElse(0) + 1);
    }
}
