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
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** A JSON Schema that tells what it finds wrong in both languages, with file and line. */
final class ItemSchema {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final String CLOSED = "additionalProperties";

    private final JsonNode source;
    private final Schema schema;

    ItemSchema(JsonNode schema) {
        this.source = schema;
        this.schema = REGISTRY.getSchema(schema.toString(), InputFormat.JSON);
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
            faults.add(item.place(place(error)), message(what, error, chinese.get(i)));
        }
        return false;
    }

    private List<Error> errors(String json, Locale locale) {
        return schema.validate(
                json, InputFormat.JSON, context -> context.executionConfig(config -> config.locale(locale)));
    }

    private Text message(String what, Error english, Error chinese) {
        String where = (what + " " + english.getInstanceLocation()).strip();
        Optional<String> near = nearest(english);
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
