package org.chengshu.sense.decoders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengshu.sense.PropertyType;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decoders as packs write them, for a product with a number each pm25 and level, a truth value open and a text note. */
final class Decoding {
    static final Instant NOON = Instant.parse("2025-11-27T12:00:00Z");
    static final Map<String, PropertyType> STATION = Map.of(
            "pm25", PropertyType.NUMBER,
            "level", PropertyType.NUMBER,
            "open", PropertyType.BOOLEAN,
            "note", PropertyType.TEXT);

    private Decoding() {}

    static JsonNode json(String yaml) {
        return JsonMapper.shared().valueToTree(new Yaml().<Object>load(yaml));
    }

    static Decoder of(String yaml) {
        DecoderReader.Read read = DecoderReader.read(json(yaml), STATION);
        if (!read.faults().isEmpty()) {
            throw new AssertionError(read.faults().toString());
        }
        return read.decoder().orElseThrow();
    }

    static List<String> faults(String yaml) {
        return DecoderReader.read(json(yaml), STATION).faults().stream()
                .map(fault -> fault.pointer() + " " + fault.message().en())
                .toList();
    }

    static String values(Observation seen) {
        return seen.values().entrySet().stream()
                .map(one -> one.getKey() + "=" + plain(one.getValue()))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String plain(Value value) {
        return switch (value) {
            case Value.Num(double number) ->
                number == Math.rint(number)
                        ? String.valueOf((long) number)
                        : String.valueOf(Math.round(number * 1e9) / 1e9);
            case Value.Bool(boolean flag) -> String.valueOf(flag);
            case Value.Str(String text) -> text;
        };
    }
}
