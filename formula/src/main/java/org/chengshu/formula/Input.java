package org.chengshu.formula;

import java.util.Map;

/** A variable that a formula uses. */
record Input(String name, Type type) {
    boolean isKnown(Map<String, ?> values) {
        Object value = values.get(name);
        return value != null && !(value instanceof Double number && Double.isNaN(number));
    }

    /** The value as CEL wants it. */
    Object read(Map<String, ?> values) {
        Object value = values.get(name);
        if (value == null) {
            throw new EvaluationFault(EvaluationFault.Reason.MISSING, "'" + name + "' has no value");
        }
        Object converted = value instanceof Number number && !(value instanceof Double) ? number.doubleValue() : value;
        if (!type.fits(converted) || (converted instanceof Double number && !Double.isFinite(number))) {
            throw new EvaluationFault(
                    EvaluationFault.Reason.WRONG_TYPE,
                    "'" + name + "' is no " + type.title().en() + ": " + Sources.brief(String.valueOf(value)));
        }
        return converted;
    }
}
