package org.chengshu.core.packs.internal;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.internal.diff.SchemaPlace;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON Schema that tells what it finds wrong in both languages, with file and line. */
final class ItemSchema {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final String CLOSED = "additionalProperties";

    private final JsonNode source;
    private final Schema schema;

    ItemSchema(JsonNode schema) {
        this.source = schema;
        this.schema = REGISTRY.getSchema(withoutWords(schema).toString(), InputFormat.JSON);
    }

    /** The validator warns of keywords that it does not know. */
    private static JsonNode withoutWords(JsonNode node) {
        JsonNode copy = node.deepCopy();
        removeWords(copy);
        return copy;
    }

    private static void removeWords(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(object.propertyNames().stream()
                    .filter(name -> name.startsWith("x-"))
                    .toList());
        }
        node.forEach(ItemSchema::removeWords);
    }

    JsonNode source() {
        return source;
    }

    /** Whether the item passes; otherwise its faults have been added. */
    boolean passes(String what, PackItem item, PackFaults faults) {
        String json = item.json().toString();
        List<Error> english = errors(json, Locale.ENGLISH);
        if (english.isEmpty()) {
            return true;
        }
        List<Error> chinese = errors(json, Locale.SIMPLIFIED_CHINESE);
        for (int i = 0; i < english.size(); i++) {
            Error error = english.get(i);
            if (isToldByTheTextCheck(error, item)) {
                continue;
            }
            faults.add(item.place(place(error)), message(what, item, error, chinese.get(i)));
        }
        return false;
    }

    /** A missing language is told once, in the words of {@link TextCheck}. */
    private boolean isToldByTheTextCheck(Error error, PackItem item) {
        String pointer = error.getInstanceLocation().toString();
        JsonNode node = item.json().at(pointer);
        if (error.getKeyword().equals("required") && TextCheck.isText(node)) {
            return true;
        }
        if (node.isString() && error.getKeyword().equals("type")) {
            SchemaPlace place = SchemaPlace.root(source).at(pointer);
            return place.isText() && !place.allowsString();
        }
        boolean nothing = node.isNull() || (node.isString() && node.asString().isBlank());
        return nothing
                && (pointer.endsWith("/zh") || pointer.endsWith("/en"))
                && TextCheck.isText(item.json().at(pointer.substring(0, pointer.length() - "/zh".length())));
    }

    private List<Error> errors(String json, Locale locale) {
        return schema.validate(
                json, InputFormat.JSON, context -> context.executionConfig(config -> config.locale(locale)));
    }

    private Text message(String what, PackItem item, Error english, Error chinese) {
        String where = (what + " " + english.getInstanceLocation()).strip();
        Optional<String> near = nearest(english);
        Optional<Text> help = SchemaPlace.root(source)
                .at(english.getInstanceLocation().toString())
                .help()
                .filter(any -> english.getKeyword().equals("pattern"));
        if (help.isPresent()) {
            String value =
                    item.json().at(english.getInstanceLocation().toString()).asString("");
            return Text.of(
                    where + "：" + value + " 的写法不对。" + help.get().zh(),
                    where + ": " + value + " is not written as it must be. "
                            + help.get().en());
        }
        return Text.of(
                (where.isEmpty() ? "" : where + "：")
                        + chinese.getMessage()
                        + near.map(name -> "，是否为 " + name + "？").orElse(""),
                (where.isEmpty() ? "" : where + ": ")
                        + english.getMessage()
                        + near.map(name -> ", did you mean " + name + "?").orElse(""));
    }

    /** An unknown property is placed where it stands, not where the object around it begins. */
    private static String place(Error error) {
        String pointer = error.getInstanceLocation().toString();
        boolean surplus = error.getKeyword().endsWith("Properties") && error.getProperty() != null;
        return surplus ? pointer + "/" + error.getProperty().replace("~", "~0").replace("/", "~1") : pointer;
    }

    private Optional<String> nearest(Error error) {
        if (!error.getKeyword().equals(CLOSED) || error.getProperty() == null) {
            return Optional.empty();
        }
        String pointer = error.getSchemaLocation().getFragment().toString();
        JsonNode known = source.at(pointer.substring(0, pointer.lastIndexOf('/')) + "/properties");
        return Nearest.of(error.getProperty(), List.copyOf(known.propertyNames()));
    }
}
