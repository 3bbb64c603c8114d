package org.chengshu.sense.derived;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Signature;
import org.chengshu.formula.Type;
import org.chengshu.sense.PropertyType;
import tools.jackson.databind.JsonNode;

/** Makes derivations out of what packs say. */
final class DerivedCompiler {
    private DerivedCompiler() {}

    /** A fault of the formula names its place. */
    static Derivation compile(JsonNode json, Map<String, PropertyType> properties) {
        List<Window> windows = windows(json);
        Map<String, Type> words = new TreeMap<>();
        String target = json.get("property").stringValue();
        properties.forEach((id, type) -> {
            if (!id.equals(target)) {
                words.put(id, type(type));
            }
        });
        windows.forEach(window -> words.put(window.name(), Type.NUMBER));
        return new Derivation(
                json.get("id").stringValue(),
                target,
                Formulas.compile(json.get("formula").stringValue(), Signature.of(words), Type.NUMBER),
                windows);
    }

    static List<Window> windows(JsonNode json) {
        List<Window> windows = new ArrayList<>();
        for (JsonNode one : json.path("windows")) {
            windows.add(new Window(
                    one.get("name").stringValue(),
                    one.get("of").stringValue(),
                    Window.Take.valueOf(one.get("take").stringValue().toUpperCase(Locale.ROOT)),
                    Duration.parse(one.get("over").stringValue())));
        }
        return windows;
    }

    private static Type type(PropertyType type) {
        return switch (type) {
            case NUMBER -> Type.NUMBER;
            case BOOLEAN -> Type.BOOLEAN;
            case TEXT -> Type.TEXT;
        };
    }
}
