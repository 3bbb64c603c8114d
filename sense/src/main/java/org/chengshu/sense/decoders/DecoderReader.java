package org.chengshu.sense.decoders;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.decoders.Row.Derived;
import tools.jackson.databind.JsonNode;

/** Makes decoders of their declarations; docs/decoders.md says how one is written. Everything wrong is told at once. */
public final class DecoderReader {
    private static final int MOST_FIELDS = 256;
    private static final String TIME_FORMATS = "epoch-s, epoch-ms, iso or a pattern such as yyyy-MM-dd HH:mm:ss";

    private DecoderReader() {}

    /** Something wrong with a declaration, and where: a JSON pointer below the declaration. */
    public record Fault(String pointer, Text message) {}

    /** A decoder, or what is wrong. */
    public record Read(Optional<Decoder> decoder, List<Fault> faults) {
        public Read {
            faults = List.copyOf(faults);
        }
    }

    /** @param properties what the product has */
    public static Read read(JsonNode json, Map<String, PropertyType> properties) {
        List<Fault> faults = new ArrayList<>();
        Declared declared = new Declared(json, "", (pointer, message) -> faults.add(new Fault(pointer, message)));
        Optional<String> format = declared.needWord("format");
        Decoder decoder =
                switch (format.orElse("")) {
                    case "json" -> json(declared, properties);
                    case "binary" -> LayoutReader.read(declared, properties);
                    default -> {
                        format.ifPresent(word -> declared.fault(
                                "/format", "format 为 json 或 binary", "format is json or binary, not " + word));
                        yield (payload, received) -> new Draft().done("$");
                    }
                };
        return new Read(faults.isEmpty() ? Optional.of(decoder) : Optional.empty(), faults);
    }

    private static Decoder json(Declared declared, Map<String, PropertyType> properties) {
        declared.only("format", "rows", "time", "fields");
        Optional<JsonPath> rows = declared.parsed("rows", JsonPath::parse);
        Optional<JsonDecoder.Time> time = declared.part("time").flatMap(DecoderReader::time);
        FieldReader reader = new FieldReader(properties);
        List<JsonDecoder.Field> fields = new ArrayList<>();
        List<Derived> formulas = new ArrayList<>();
        for (Declared field : declared.parts("fields", MOST_FIELDS)) {
            if (field.has("formula")) {
                reader.formula(field).ifPresent(formulas::add);
            } else {
                jsonField(field, reader).ifPresent(fields::add);
            }
        }
        requireFields(declared, fields.size() + formulas.size());
        return new JsonDecoder(rows, time, fields, formulas);
    }

    private static Optional<JsonDecoder.Field> jsonField(Declared field, FieldReader reader) {
        field.only("property", "name", "value", "at", "scale", "offset", "words", "none", "required");
        Optional<JsonPath> path = path(field);
        boolean required = field.flag("required", false);
        return reader.name(field, PropertyType.NUMBER)
                .flatMap(named -> path.map(at ->
                        new JsonDecoder.Field(named.name(), at, reader.conversion(field, named.type()), required)));
    }

    static Optional<JsonPath> path(Declared of) {
        if (!of.has("at")) {
            of.fault("", "缺少 at", "at is missing");
        }
        Optional<JsonPath> path = of.parsed("at", JsonPath::parse);
        path.filter(JsonPath::hasStar)
                .ifPresent(star -> of.fault("/at", "[*] 只用于 rows", "[*] stands only in the path of rows"));
        return path;
    }

    static Optional<JsonDecoder.Time> time(Declared time) {
        time.only("at", "format", "zone", "required");
        Optional<JsonPath> path = path(time);
        boolean required = time.flag("required", true);
        return rule(time).flatMap(rule -> path.map(at -> new JsonDecoder.Time(at, rule, required)));
    }

    static Optional<TimeRule> rule(Declared time) {
        Optional<ZoneId> zone = time.parsed("zone", ZoneId::of);
        if (!time.has("format")) {
            time.fault("", "缺少 format：" + TIME_FORMATS, "format is missing: " + TIME_FORMATS);
        }
        return time.parsed("format", format -> TimeRule.of(format, zone));
    }

    static void requireFields(Declared declared, int count) {
        if (count == 0) {
            declared.fault("", "至少要有一个字段", "a decoder has at least one field");
        }
    }
}
