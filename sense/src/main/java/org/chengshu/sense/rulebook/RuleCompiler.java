package org.chengshu.sense.rulebook;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chengshu.core.settings.DaysOff;
import org.chengshu.formula.Formula;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Signature;
import org.chengshu.formula.Type;
import org.chengshu.kernel.Severity;
import org.chengshu.sense.Product;
import org.chengshu.sense.Property;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.product.ProductJson;
import org.chengshu.sense.rules.ActiveHours;
import org.chengshu.sense.rules.Ending;
import org.chengshu.sense.rules.Level;
import org.chengshu.sense.rules.Repeat;
import org.chengshu.sense.rules.Rule;
import org.chengshu.sense.rules.Word;
import tools.jackson.databind.JsonNode;

/** Makes rules out of what packs say, once it has been checked. */
final class RuleCompiler {
    /** Instead of a clear condition: a person clears the alarm. */
    static final String BY_HAND = "by-hand";

    private static final Duration USUAL_AGE = Duration.ofMinutes(15);

    private RuleCompiler() {}

    /** By which rules keep their hours. */
    record City(ZoneId zone, DaysOff daysOff) {}

    /** What a rule on a product with these properties may speak of. */
    static Signature signature(Map<String, PropertyType> properties) {
        Map<String, Type> types = new TreeMap<>();
        properties.forEach((id, property) -> {
            types.put(id, type(property));
            types.put(Word.PREVIOUS.of(id), type(property));
            types.put(Word.HELD.of(id), Type.DURATION);
            if (property == PropertyType.NUMBER) {
                types.put(Word.RATE.of(id), Type.NUMBER);
                types.put(Word.USUAL.of(id), Type.NUMBER);
                types.put(Word.SPREAD.of(id), Type.NUMBER);
            }
        });
        return Signature.of(types);
    }

    static Signature signature(Product product) {
        return signature(types(product));
    }

    static Formula condition(String source, Signature signature) {
        return Formulas.compile(source, signature, Type.BOOLEAN);
    }

    /** A rule that judges each device by itself. */
    static Rule compile(JsonNode json, Product product, City city) {
        Signature words = signature(product);
        List<Level> levels = levels(json, words);
        Ending ending = ending(json, words);
        Optional<Repeat> repeat = Optional.ofNullable(json.get("repeat"))
                .map(node -> new Repeat(
                        node.get("times").intValue(), duration(node, "within").orElseThrow()));
        return new Rule(
                json.get("id").stringValue(),
                ProductJson.text(json.get("title")),
                levels,
                ending,
                repeat,
                hours(json, city),
                ratePer(json),
                fingerprint(levels, ending, repeat));
    }

    static AbsenceRule absence(JsonNode json) {
        return new AbsenceRule(
                json.get("id").stringValue(),
                json.get("product").stringValue(),
                ProductJson.text(json.get("title")),
                Severity.ofLevel(json.get("severity").intValue()),
                json.at("/absent/property").stringValue(),
                Duration.parse(json.at("/absent/for").stringValue()));
    }

    static SharedRule shared(JsonNode json, Product product, City city) {
        Map<String, PropertyType> types = types(product);
        Optional<String> clear = Optional.ofNullable(json.get("clear")).map(JsonNode::stringValue);
        boolean byHand = clear.filter(BY_HAND::equals).isPresent();
        return new SharedRule(
                json.get("id").stringValue(),
                product.id(),
                ProductJson.text(json.get("title")),
                Severity.ofLevel(json.get("severity").intValue()),
                json.get("scope").stringValue().equals("area")
                        ? new SharedRule.Over.EachArea(json.get("areaKind").stringValue())
                        : new SharedRule.Over.OneGroup(json.get("group").stringValue()),
                SharedFormula.compile(json.get("when").stringValue(), types),
                byHand ? Optional.empty() : clear.map(source -> SharedFormula.compile(source, types)),
                duration(json, "for").orElse(Duration.ZERO),
                duration(json, "maxAge").orElse(USUAL_AGE),
                hours(json, city),
                byHand);
    }

    private static Map<String, PropertyType> types(Product product) {
        return product.properties().stream().collect(Collectors.toMap(Property::id, Property::type));
    }

    static Optional<Duration> duration(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).map(JsonNode::stringValue).map(Duration::parse);
    }

    private static Optional<ActiveHours> hours(JsonNode json, City city) {
        return Optional.ofNullable(json.get("active"))
                .map(JsonNode::stringValue)
                .flatMap(text -> HoursReader.read(text, city.zone(), city.daysOff()));
    }

    private static List<Level> levels(JsonNode json, Signature words) {
        if (!json.has("levels")) {
            return List.of(level(json, words));
        }
        List<Level> levels = new ArrayList<>();
        json.get("levels").forEach(level -> levels.add(level(level, words)));
        return levels;
    }

    private static Level level(JsonNode json, Signature words) {
        return new Level(
                Severity.ofLevel(json.get("severity").intValue()),
                condition(json.get("when").stringValue(), words),
                duration(json, "for").orElse(Duration.ZERO));
    }

    private static Ending ending(JsonNode json, Signature words) {
        Optional<String> clear = Optional.ofNullable(json.get("clear")).map(JsonNode::stringValue);
        boolean byHand = clear.filter(BY_HAND::equals).isPresent();
        return new Ending(
                byHand ? Optional.empty() : clear.map(source -> condition(source, words)),
                duration(json, "clearAfter"),
                byHand);
    }

    private static Duration ratePer(JsonNode json) {
        return switch (json.path("ratePer").asString("hour")) {
            case "second" -> Duration.ofSeconds(1);
            case "minute" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }

    /** A plain rule has had this fingerprint from the beginning, so that its runs outlive an upgrade. */
    private static String fingerprint(List<Level> levels, Ending ending, Optional<Repeat> repeat) {
        String plain = levels.stream()
                .map(level -> level.when().source() + "|" + level.lasting())
                .collect(Collectors.joining("|"));
        String more = repeat.map(one -> "|repeat " + one).orElse("")
                + ending.after().map(time -> "|after").orElse("");
        return Integer.toHexString((plain + more).hashCode());
    }

    private static Type type(PropertyType type) {
        return switch (type) {
            case NUMBER -> Type.NUMBER;
            case BOOLEAN -> Type.BOOLEAN;
            case TEXT -> Type.TEXT;
        };
    }
}
