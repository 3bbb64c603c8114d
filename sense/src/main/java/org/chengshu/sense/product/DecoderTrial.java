package org.chengshu.sense.product;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.decoders.Decoder;
import org.chengshu.sense.decoders.DecoderReader;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Parsed;
import org.chengshu.wire.Telemetry;
import org.chengshu.wire.Value;
import org.chengshu.wire.WireFault;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lets people see what a decoder makes of a payload before a device meets it; nothing is stored. */
@RestController
class DecoderTrial {
    private final ProductBook book;
    private final Clock clock;

    DecoderTrial(ProductBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @PostMapping("/api/sense/v1/products/{id}/decoder/trial")
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "nothing is read or changed but the product's own description")
    Outcome tryOut(@PathVariable("id") String id, @RequestBody Order order) {
        Decoder decoder = decoder(id, order.decoder());
        Parsed parsed = decoder.decode(bytes(order), clock.instant());
        return new Outcome(
                parsed.observations().stream().map(DecoderTrial::seen).toList(), parsed.faults());
    }

    private Decoder decoder(String id, Optional<JsonNode> unsaved) {
        JsonNode body = book.body(id);
        if (unsaved.isEmpty()) {
            return book.decoder(id).orElse(Telemetry::parse);
        }
        DecoderReader.Read read = DecoderReader.read(unsaved.get(), ProductJson.types(body));
        return read.decoder()
                .orElseThrow(() -> new FaultyInput(
                        SenseError.DECODER_FAULTY,
                        "the decoder was not tried",
                        read.faults().stream()
                                .map(fault -> new PlacedFault("/decoder" + fault.pointer(), fault.message()))
                                .toList()));
    }

    private static byte[] bytes(Order order) {
        try {
            return switch (order.as().orElse("text")) {
                case "text" -> order.payload().getBytes(StandardCharsets.UTF_8);
                case "hex" -> HexFormat.of().parseHex(order.payload().replaceAll("\\s", ""));
                case "base64" -> Base64.getDecoder().decode(order.payload().strip());
                default -> throw new IllegalArgumentException("as is text, hex or base64");
            };
        } catch (IllegalArgumentException e) {
            throw new FaultyInput(
                    SenseError.DECODER_FAULTY,
                    "the payload cannot be read",
                    List.of(new PlacedFault("/payload", Text.of("载荷写法有误：" + e.getMessage(), e.getMessage()))));
        }
    }

    private static Seen seen(Observation observation) {
        Map<String, Object> values = new TreeMap<>();
        observation.values().forEach((name, value) -> values.put(name, plain(value)));
        return new Seen(observation.time().toString(), values);
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Num(double number) -> number;
            case Value.Bool(boolean flag) -> flag;
            case Value.Str(String text) -> text;
        };
    }

    /** A payload written as text, hex or base64, and a decoder that need not be the product's. */
    record Order(String payload, Optional<String> as, Optional<JsonNode> decoder) {
        Order {
            if (payload == null) {
                throw new Fault(SenseError.DECODER_FAULTY, "payload is missing");
            }
            as = as == null ? Optional.empty() : as;
            decoder = decoder == null ? Optional.empty() : decoder.filter(JsonNode::isObject);
        }
    }

    record Seen(String time, Map<String, Object> values) {}

    record Outcome(List<Seen> observations, List<WireFault> faults) {}
}
