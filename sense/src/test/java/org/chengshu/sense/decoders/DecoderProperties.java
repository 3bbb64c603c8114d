package org.chengshu.sense.decoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chengshu.wire.Parsed;
import org.chengshu.wire.Telemetry;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes, a decoder answers, with at least something, within its limits. */
class DecoderProperties {
    private static final List<Decoder> DECODERS =
            Stream.of("""
                    format: json
                    rows: $.a[*].b[*]
                    time: {at: "@.t", format: epoch-ms, required: false}
                    fields:
                      - {property: level, at: "@.l", scale: 3, none: [1]}
                      - {property: open, at: "$.o[-1]", words: {x: true}}
                      - {property: note, at: "$['n n']", required: true}
                      - {property: pm25, formula: "level / 0.0"}
                    """, """
                    format: binary
                    fields:
                      - {name: n, at: 0, type: uint8}
                      - {property: note, at: -2, type: text, length: 2}
                      - {property: open, at: 1, type: bits, bits: [7, 1]}
                      - {property: pm25, at: 3, type: float64, required: false}
                    repeat:
                      at: 2
                      size: 3
                      count: n
                      leave: 1
                      time: {at: 0, type: uint16, format: epoch-s}
                      fields: [{property: level, at: 2, type: bcd, length: 1}]
                    """, """
                    format: binary
                    payload: {at: $.data, as: base64}
                    time: {at: $.time, format: iso, required: false}
                    fields: [{property: note, at: 0, type: hex, length: 3}, {property: level, at: 3, type: int40}]
                    """).map(Decoding::of).toList();

    @Property(tries = 3_000)
    void answersWhateverTheBytes(@ForAll("payloads") byte[] payload) {
        for (Decoder decoder : DECODERS) {
            Parsed parsed = decoder.decode(payload, Decoding.NOON);

            assertThat(parsed.observations().size() + parsed.faults().size()).isPositive();
            assertThat(parsed.observations().size()).isLessThanOrEqualTo(Telemetry.MAX_OBSERVATIONS + 1);
            assertThat(parsed.faults().size()).isLessThanOrEqualTo(Telemetry.MAX_FAULTS + 1);
        }
    }

    @Property(tries = 2_000)
    void aDeclarationOfAnyShapeIsReadOrRefused(@ForAll("declarations") String json) {
        DecoderReader.Read read = DecoderReader.read(JsonMapper.shared().readTree(json), Decoding.STATION);

        assertThat(read.decoder().isPresent()).isEqualTo(read.faults().isEmpty());
    }

    @Provide
    Arbitrary<byte[]> payloads() {
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        Arbitrary<byte[]> documents = Arbitraries.strings()
                .withChars("{}[]\":,.-+eEtruefalsn 0123456789abdlotx")
                .ofMaxLength(80)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        return Arbitraries.oneOf(any, documents, Arbitraries.longs().map(DecoderProperties::broken));
    }

    /** A sound document with some of its bytes changed. */
    private static byte[] broken(long seed) {
        Random random = new Random(seed);
        byte[] payload = """
                {"a":[{"b":[{"t":1764244800000,"l":"12.5"},{"t":-5,"l":1e400}]},{"b":7}],"o":["y","x"],"n n":"hm",\
                "data":"AAECAwQFBgcICQ==","time":"2025-11-27T10:00:00Z"}""".getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i > 0; i--) {
            payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
        }
        return payload;
    }

    @Provide
    Arbitrary<String> declarations() {
        Arbitrary<String> value = Arbitraries.of(
                "1",
                "-3",
                "\"$.a\"",
                "\"uint16\"",
                "\"level\"",
                "\"json\"",
                "\"binary\"",
                "[1,2]",
                "{}",
                "null",
                "true",
                "\"epoch-s\"",
                "\"bits\"",
                "{\"at\":0,\"type\":\"uint8\",\"format\":\"iso\"}",
                "[{\"property\":\"level\",\"at\":0,\"type\":\"uint8\"}]",
                "[{\"property\":\"open\",\"formula\":\"level > 1\"}]",
                "1e99",
                "\"PT1M\"",
                "\"hex\"");
        Arbitrary<String> key = Arbitraries.of(
                "format",
                "rows",
                "time",
                "fields",
                "payload",
                "byteOrder",
                "begins",
                "length",
                "checksum",
                "repeat",
                "at",
                "size",
                "count");
        return Arbitraries.maps(key, value).ofMaxSize(8).map(entries -> entries.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(java.util.stream.Collectors.joining(",", "{", "}")));
    }
}
