package org.chengshu.sense.decoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.chengshu.wire.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryDecoderTest {
    @ParameterizedTest
    @CsvSource({
        "uint8, FF, big, 255",
        "int8, FF, big, -1",
        "uint16, 0102, little, 513",
        "int24, FFFFFE, big, -2",
        "uint32, FFFFFFFF, big, 4294967295",
        "int64, FFFFFFFFFFFFFFFF, big, -1",
        "uint64, 8000000000000000, big, 9223372036854775807",
        "float32, 41C80000, big, 25",
        "float32, 000041C8, big-swapped, 25",
        "float32, C8410000, little-swapped, 25",
        "float64, 0000000000003940, little, 25"
    })
    void readsNumbersOfEveryKindAndOrder(String type, String hex, String order, String value) {
        Parsed parsed = decode(
                "format: binary\nfields: [{property: level, at: 0, type: %s, byteOrder: %s}]".formatted(type, order),
                hex);

        assertThat(Decoding.values(parsed.observations().getFirst())).isEqualTo("level=" + value);
    }

    @ParameterizedTest
    @CsvSource({
        "crc16-modbus, 4B37",
        "crc16-ccitt, 29B1",
        "crc16-xmodem, 31C3",
        "crc32, CBF43926",
        "crc8, F4",
        "sum8, DD",
        "sum16, 01DD",
        "lrc, 23",
        "xor8, 31"
    })
    void checksTheNineDigitsAsTheCataloguesSay(String kind, String check) {
        Checksum checksum = new Checksum(Checksum.Kind.ofWord(kind).orElseThrow(), 9, 0, BinaryField.Order.BIG);
        byte[] frame = HexFormat.of().parseHex("313233343536373839" + check);

        assertThat(checksum.fault(Frame.of(frame))).isEmpty();
        frame[3] ^= 4;
        assertThat(checksum.fault(Frame.of(frame))).isPresent();
    }

    @Test
    void losesAFrameThatIsNotWhole() {
        String decoder = """
                format: binary
                begins: 01 ?? 02
                checksum: {kind: sum8}
                fields: [{property: level, at: 3, type: uint16}]
                """;
        assertThat(faults(decoder, "0103")).containsExactly("UNKNOWN_FRAME @0");
        assertThat(faults(decoder, "01030200FF")).containsExactly("BAD_CHECKSUM @4");
        assertThat(faults(decoder, "01030206")).containsExactly("TRUNCATED @3");
        assertThat(faults("format: binary\nlength: 3\nfields: [{property: level, at: 0, type: uint8}]", "0102"))
                .containsExactly("TRUNCATED @2");
        assertThat(faults(
                        "format: binary\npayload: {as: hex}\nfields: [{property: level, at: 0, type: uint8}]", "7A7A"))
                .containsExactly("BAD_ENCODING $");
    }

    @Test
    void readsWhatIsThereOfBlocksThatWereCutOff() {
        Parsed parsed = decode("""
                        format: binary
                        fields: [{name: n, at: 0, type: uint8}]
                        repeat: {at: 1, size: 2, count: n, every: PT1M, fields: [{property: level, at: 0, type: uint16}]}
                        """, "03 0001 0002 00".replace(" ", ""));

        assertThat(parsed.observations()).hasSize(2);
        assertThat(parsed.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo("@5");
            assertThat(fault.lost()).isEqualTo(1);
        });
    }

    private static List<String> faults(String yaml, String hex) {
        return Stream.of(decode(yaml, hex))
                .flatMap(parsed -> parsed.faults().stream())
                .map(fault -> fault.kind() + " " + fault.place())
                .toList();
    }

    private static Parsed decode(String yaml, String hex) {
        return Decoding.of(yaml).decode(HexFormat.of().parseHex(hex), Decoding.NOON);
    }
}
