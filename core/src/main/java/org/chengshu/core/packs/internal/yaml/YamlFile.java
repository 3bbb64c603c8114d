package org.chengshu.core.packs.internal.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Composes the text of one file into nodes that know their lines, without trusting its author. */
public final class YamlFile {
    private static final int DEEPEST = 60;
    private static final int MOST_ALIASES = 100;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private YamlFile() {}

    /** The one document of the file; nothing when it is empty, or faulty and told so. */
    public static Optional<Node> compose(String path, String text, FaultList faults) {
        try {
            if (isTooDeep(path, text, faults)) {
                return Optional.empty();
            }
            List<Node> documents = new ArrayList<>();
            for (Node document : new Compose(SETTINGS).composeAllFromString(text)) {
                documents.add(document);
            }
            if (documents.size() > 1) {
                faults.add(
                        path,
                        line(documents.get(1)),
                        Text.of("一个文件只能有一个 YAML 文档", "a file holds one YAML document, not several"));
                return Optional.empty();
            }
            return documents.stream().filter(document -> !isNothing(document)).findFirst();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            faults.add(path, line, Text.of("YAML 语法错误：" + e.getProblem(), "not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            faults.add(path, 1, Text.of("YAML 无法读取：" + e.getMessage(), "not readable as YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }

    public static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** Composing recurses, so the depth is looked at beforehand, over the flat stream of events. */
    private static boolean isTooDeep(String path, String text, FaultList faults) {
        int depth = 0;
        Iterator<Event> events = new Parse(SETTINGS).parseString(text).iterator();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof CollectionStartEvent) {
                depth++;
            }
            if (event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd) {
                depth--;
            }
            if (depth > DEEPEST) {
                int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
                faults.add(
                        path, line, Text.of("嵌套超过 " + DEEPEST + " 层", "nested more than " + DEEPEST + " levels deep"));
                return true;
            }
        }
        return false;
    }

    private static boolean isNothing(Node document) {
        return document instanceof org.snakeyaml.engine.v2.nodes.ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getValue().isEmpty();
    }
}
