package org.chengshu.sense.decoders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.formula.Formula;
import org.chengshu.formula.FormulaFault;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Signature;
import org.chengshu.formula.Type;
import org.chengshu.kernel.Nearest;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.decoders.Row.Derived;
import org.chengshu.sense.decoders.Row.FieldName;
import tools.jackson.databind.JsonNode;

/** Reads what fields of every format have: a name, a conversion, a formula of the fields before. For one thread. */
final class FieldReader {
    private final Map<String, PropertyType> properties;
    private final Map<String, Type> before;
    private final Set<String> used = new HashSet<>();

    /** A field's name and the type of its value. */
    record Named(FieldName name, PropertyType type) {}

    FieldReader(Map<String, PropertyType> properties) {
        this(properties, Map.of());
    }

    private FieldReader(Map<String, PropertyType> properties, Map<String, Type> before) {
        this.properties = properties;
        this.before = new HashMap<>(before);
    }

    /** For the fields of a block, whose formulas see those of the frame. */
    FieldReader inside() {
        return new FieldReader(properties, before);
    }

    /** {@code property: x} of the product, or {@code name: x} for formulas only. */
    Optional<Named> name(Declared field, PropertyType usual) {
        if (field.has("property") == field.has("name")) {
            field.fault("", "写 property 或 name 之一", "a field has either a property or a name");
            return Optional.empty();
        }
        return field.has("property") ? property(field) : helper(field, usual);
    }

    private Optional<Named> property(Declared field) {
        if (field.has("value")) {
            field.fault("/value", "类型由物模型给出", "a property has the type that the thing model gives");
        }
        return field.word("property").flatMap(id -> {
            PropertyType type = properties.get(id);
            if (type == null) {
                String near = Nearest.of(id, List.copyOf(properties.keySet()))
                        .map(one -> ", did you mean " + one + "?")
                        .orElse("");
                field.fault("/property", "产品没有属性 " + id, "the product has no property " + id + near);
                return Optional.empty();
            }
            return once(field, "/property", new Named(new FieldName(id, true), type));
        });
    }

    private Optional<Named> helper(Declared field, PropertyType usual) {
        PropertyType type = field.choice("value", PropertyType::ofWord, "number, boolean, text")
                .orElse(usual);
        return field.word("name").flatMap(id -> {
            if (!Signature.isName(id) || id.contains(".") || properties.containsKey(id)) {
                field.fault("/name", id + " 不能作名称", id + " cannot be a name here: letters, digits and _, no property");
                return Optional.empty();
            }
            return once(field, "/name", new Named(new FieldName(id, false), type));
        });
    }

    private Optional<Named> once(Declared field, String at, Named named) {
        String id = named.name.name();
        if (!used.add(id)) {
            field.fault(at, id + " 出现两次", id + " is there twice");
            return Optional.empty();
        }
        before.put(id, type(named.type));
        return Optional.of(named);
    }

    boolean isNumber(String name) {
        return before.get(name) == Type.NUMBER;
    }

    Conversion conversion(Declared field, PropertyType type) {
        double scale = field.number("scale", 1);
        double offset = field.number("offset", 0);
        if (type != PropertyType.NUMBER && (field.has("scale") || field.has("offset"))) {
            field.fault("", "只有数值有 scale 和 offset", "only numbers have a scale or an offset");
        }
        Map<String, Object> words = new HashMap<>();
        field.raw("words").properties().forEach(word -> Documents.scalar(word.getValue())
                .ifPresentOrElse(
                        value -> words.put(word.getKey(), value),
                        () -> field.fault("/words/" + word.getKey(), "应为值", "a word stands for a single value")));
        Set<String> none = new HashSet<>();
        List<JsonNode> raw = new ArrayList<>();
        field.raw("none").forEach(raw::add);
        raw.forEach(one -> Documents.scalar(one).map(Conversion::text).ifPresent(none::add));
        return new Conversion(type, scale, offset, words, none);
    }

    Optional<Derived> formula(Declared field) {
        field.only("property", "name", "value", "formula");
        Signature signature = Signature.of(before);
        Optional<Named> named = name(field, PropertyType.NUMBER);
        Optional<String> source = field.word("formula");
        if (named.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        try {
            Formula formula = Formulas.compile(source.get(), signature, type(named.get().type));
            return Optional.of(new Derived(named.get().name, formula));
        } catch (FormulaFault e) {
            e.problems()
                    .forEach(problem -> field.fault(
                            "/formula",
                            problem.message().zh(),
                            problem.message().en()));
            return Optional.empty();
        }
    }

    private static Type type(PropertyType type) {
        return switch (type) {
            case NUMBER -> Type.NUMBER;
            case BOOLEAN -> Type.BOOLEAN;
            case TEXT -> Type.TEXT;
        };
    }
}
