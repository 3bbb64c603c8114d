package org.chengshu.sense.derived.reckon;

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
import org.chengshu.sense.derived.reckon.OtherInput.Together;
import org.chengshu.sense.derived.reckon.OtherInput.Whose;
import tools.jackson.databind.JsonNode;

/** Makes derivations out of what packs say. */
public final class DerivedCompiler {
    /** How the values of several devices are put together when nothing is said. */
    public static final String USUAL_TAKE = "avg";

    private DerivedCompiler() {}

    /** A fault of the formula names its place. */
    public static Derivation compile(JsonNode json, Map<String, PropertyType> properties) {
        List<Window> windows = windows(json);
        List<OtherInput> others = others(json);
        Map<String, Type> words = new TreeMap<>();
        String target = json.get("property").stringValue();
        properties.forEach((id, type) -> {
            if (!id.equals(target)) {
                words.put(id, type(type));
            }
        });
        windows.forEach(window -> words.put(window.name(), Type.NUMBER));
        others.forEach(other -> words.put(other.name(), Type.NUMBER));
        return new Derivation(
                json.get("id").stringValue(),
                json.get("product").stringValue(),
                target,
                Formulas.compile(json.get("formula").stringValue(), Signature.of(words), Type.NUMBER),
                windows,
                others);
    }

    public static List<Window> windows(JsonNode json) {
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

    public static List<OtherInput> others(JsonNode json) {
        List<OtherInput> others = new ArrayList<>();
        for (JsonNode one : json.path("others")) {
            others.add(new OtherInput(
                    one.get("name").stringValue(),
                    whose(one),
                    one.path("product").asString(json.get("product").stringValue()),
                    one.get("of").stringValue(),
                    Together.valueOf(one.path("take").asString(USUAL_TAKE).toUpperCase(Locale.ROOT)),
                    Duration.parse(one.get("maxAge").stringValue())));
        }
        return others;
    }

    private static Whose whose(JsonNode one) {
        if (one.has("device")) {
            return new Whose.OneDevice(one.get("device").stringValue());
        }
        return one.has("group")
                ? new Whose.OneGroup(one.get("group").stringValue())
                : new Whose.SameArea(one.get("area").stringValue());
    }

    private static Type type(PropertyType type) {
        return switch (type) {
            case NUMBER -> Type.NUMBER;
            case BOOLEAN -> Type.BOOLEAN;
            case TEXT -> Type.TEXT;
        };
    }
}
