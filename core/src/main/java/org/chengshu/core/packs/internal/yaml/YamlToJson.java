package org.chengshu.core.packs.internal.yaml;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.packs.PackLines;
import org.chengshu.kernel.Text;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns composed YAML into JSON and keeps the line of each node. Aliases are written out, so one converter, used for a
 * whole pack, counts what it makes and stops an author who multiplies it beyond measure.
 */
public final class YamlToJson {
    private static final int MOST_NODES = 1_000_000;
    private static final int DEEPEST = 120;
    private static final int LONGEST_INTEGER = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final FaultList faults;
    private int made;

    public YamlToJson(FaultList faults) {
        this.faults = faults;
    }

    public record Converted(JsonNode json, PackLines lines) {}

    /** The node as JSON; nothing when a part of it cannot be said in JSON and was told. */
    public Optional<Converted> convert(String file, Node node) {
        Map<String, Integer> lines = new HashMap<>();
        try {
            JsonNode json = new OneFile(file, lines).value(node, "", 0);
            return Optional.of(new Converted(json, new PackLines(lines)));
        } catch (NotJson e) {
            e.tell(file, faults);
            return Optional.empty();
        }
    }

    private final class OneFile {
        private final String file;
        private final Map<String, Integer> lines;

        OneFile(String file, Map<String, Integer> lines) {
            this.file = file;
            this.lines = lines;
        }

        private JsonNode value(Node node, String pointer, int depth) throws NotJson {
            if (++made > MOST_NODES || depth > DEEPEST) {
                throw new NotJson(node, Text.of("锚点与别名展开后过大", "too large once its aliases are written out"));
            }
            lines.put(pointer, YamlFile.line(node));
            return switch (node) {
                case MappingNode mapping -> object(mapping, pointer, depth);
                case SequenceNode sequence -> array(sequence, pointer, depth);
                case ScalarNode scalar -> scalar(scalar);
                default -> throw new NotJson(node, Text.of("无法识别的内容", "not a value"));
            };
        }

        private ObjectNode object(MappingNode mapping, String pointer, int depth) throws NotJson {
            requireTag(mapping, Tag.MAP);
            ObjectNode object = JSON.objectNode();
            Map<String, Node> keys = new LinkedHashMap<>();
            for (NodeTuple entry : mapping.getValue()) {
                String key = key(entry.getKeyNode());
                Node first = keys.putIfAbsent(key, entry.getKeyNode());
                if (first != null) {
                    faults.add(file, YamlFile.line(entry.getKeyNode()), duplicateKey(key, first));
                    continue;
                }
                object.set(key, value(entry.getValueNode(), pointer + "/" + escaped(key), depth + 1));
                lines.put(pointer + "/" + escaped(key), YamlFile.line(entry.getKeyNode()));
            }
            return object;
        }

        private ArrayNode array(SequenceNode sequence, String pointer, int depth) throws NotJson {
            requireTag(sequence, Tag.SEQ);
            ArrayNode array = JSON.arrayNode();
            for (Node element : sequence.getValue()) {
                array.add(value(element, pointer + "/" + array.size(), depth + 1));
            }
            return array;
        }
    }

    public static String key(Node node) throws NotJson {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new NotJson(node, Text.of("键必须是文字", "a key must be a plain word"));
    }

    public static Text duplicateKey(String key, Node first) {
        int line = YamlFile.line(first);
        return Text.of("键 " + key + " 重复，第 " + line + " 行已有", "key " + key + " is given twice, first in line " + line);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static void requireTag(Node node, Tag tag) throws NotJson {
        if (!node.getTag().equals(tag)) {
            throw new NotJson(
                    node,
                    Text.of("不支持 YAML 标签 " + node.getTag(), "YAML tags such as " + node.getTag() + " are not allowed"));
        }
    }

    private static JsonNode scalar(ScalarNode scalar) throws NotJson {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.INT)) {
            return integer(scalar);
        }
        if (tag.equals(Tag.FLOAT)) {
            return decimal(scalar);
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        requireTag(scalar, Tag.STR);
        return JSON.stringNode(text);
    }

    private static JsonNode integer(ScalarNode scalar) throws NotJson {
        String text = scalar.getValue();
        try {
            if (text.length() > LONGEST_INTEGER) {
                throw new NumberFormatException("too long");
            }
            if (text.startsWith("0o")) {
                return number(new BigInteger(text.substring(2), 8));
            }
            if (text.startsWith("0x")) {
                return number(new BigInteger(text.substring(2), 16));
            }
            return number(new BigInteger(text));
        } catch (NumberFormatException e) {
            throw new NotJson(scalar, Text.of("不是整数：" + text, "not an integer: " + text));
        }
    }

    private static JsonNode number(BigInteger value) {
        return value.bitLength() < Long.SIZE ? JSON.numberNode(value.longValue()) : JSON.numberNode(value);
    }

    private static JsonNode decimal(ScalarNode scalar) throws NotJson {
        try {
            double value = Double.parseDouble(scalar.getValue());
            if (Double.isFinite(value)) {
                return JSON.numberNode(value);
            }
        } catch (NumberFormatException e) {
            // .inf and .nan are numbers to YAML only
        }
        throw new NotJson(scalar, Text.of("不是有限的数：" + scalar.getValue(), "not a finite number: " + scalar.getValue()));
    }

    /** What YAML can say and JSON cannot. */
    public static final class NotJson extends Exception {
        private final transient Node node;
        private final transient Text message;

        NotJson(Node node, Text message) {
            super(message.en());
            this.node = node;
            this.message = message;
        }

        /** Tells it where it stands. */
        public void tell(String file, FaultList faults) {
            faults.add(file, YamlFile.line(node), message);
        }
    }
}
