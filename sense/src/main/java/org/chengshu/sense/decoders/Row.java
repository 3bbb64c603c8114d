package org.chengshu.sense.decoders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.formula.EvaluationFault;
import org.chengshu.formula.Formula;
import org.chengshu.wire.WireFault.Kind;

/** The values of one observation as they are found: helpers, which only formulas see, and properties. For one thread. */
final class Row {
    private final Map<String, Object> seen;
    private final Map<String, Object> values = new HashMap<>();

    Row(Map<String, Object> common) {
        this.seen = new HashMap<>(common);
    }

    void put(FieldName name, Object value) {
        seen.put(name.name(), value);
        if (name.property()) {
            values.put(name.name(), value);
        }
    }

    /** Takes a raw value through its conversion. */
    void take(FieldName name, Conversion conversion, Object raw, String place, Draft draft) {
        if (conversion.isNone(raw)) {
            return;
        }
        Optional<Object> value = conversion.convert(raw);
        if (value.isPresent()) {
            put(name, value.get());
        } else {
            String shown = Conversion.text(raw);
            draft.fault(
                    Kind.UNREADABLE,
                    place,
                    name.name() + " is no " + conversion.wanted().word() + ": "
                            + shown.substring(0, Math.min(shown.length(), 40)));
        }
    }

    void derive(List<Derived> formulas, String place, Draft draft) {
        for (Derived one : formulas) {
            try {
                one.formula().evaluateIfKnown(seen).ifPresent(value -> put(one.name(), value));
            } catch (EvaluationFault e) {
                draft.fault(Kind.NO_RESULT, place, one.name().name() + ": " + e.getMessage());
            }
        }
    }

    Map<String, Object> values() {
        return values;
    }

    Map<String, Object> seen() {
        return seen;
    }

    /** A field's name, and whether it is a property of the product. */
    record FieldName(String name, boolean property) {}

    /** A field that is computed of others. */
    record Derived(FieldName name, Formula formula) {}
}
