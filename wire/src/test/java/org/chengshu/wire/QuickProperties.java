package org.chengshu.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.wire.Messages.NOW;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuickProperties {
    @Property(tries = 5_000)
    void whatIsReadQuicklyIsReadAsTheReaderOfJsonReadsIt(@ForAll("messages") byte[] message) {
        Quick.read(message, NOW).ifPresent(quick -> {
            Parsed slow = Telemetry.parseAny(message, NOW);
            assertThat(slow.faults()).isEmpty();
            assertThat(slow.observations()).containsExactly(quick);
        });
    }

    @Property(tries = 3_000)
    void decimalsAreReadToTheLastBit(@ForAll("decimals") String decimal) {
        byte[] message = ("{\"ts\":1700000000000,\"values\":{\"level\":" + decimal + "}}").getBytes(UTF_8);

        assertThat(Quick.read(message, NOW)).isPresent();
        assertThat(Quick.read(message, NOW).get().value(0)).isEqualTo(Value.of(Double.parseDouble(decimal)));
    }

    @Property(tries = 500)
    void ordinaryMessagesAreReadQuickly(@ForAll("ordinary") String message) {
        assertThat(Quick.read(message.getBytes(UTF_8), NOW)).isPresent();
    }

    @Provide
    Arbitrary<byte[]> messages() {
        return Arbitraries.oneOf(
                Messages.wellFormed(),
                Messages.damaged(),
                ordinary().map(text -> text.getBytes(UTF_8)),
                Combinators.combine(ordinary(), Arbitraries.integers().between(0, 300), Arbitraries.bytes())
                        .as(QuickProperties::withOneByteReplaced));
    }

    private static byte[] withOneByteReplaced(String text, int at, byte with) {
        byte[] bytes = text.getBytes(UTF_8);
        bytes[at % bytes.length] = with;
        return bytes;
    }

    @Provide
    Arbitrary<String> decimals() {
        return Combinators.combine(
                        Arbitraries.bigIntegers()
                                .between(BigInteger.ONE, BigInteger.TEN.pow(15).subtract(BigInteger.ONE)),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(true, false))
                .as((digits, scale, negative) -> (negative ? "-" : "") + new BigDecimal(digits, scale).toPlainString())
                .filter(text -> text.chars().filter(Character::isDigit).count() <= 15);
    }

    @Provide
    Arbitrary<String> ordinary() {
        Arbitrary<String> values =
                Arbitraries.oneOf(decimals(), Arbitraries.of("true", "false", "0", "\"NE\"", "\"\"", "12.50"));
        return values.list().ofMinSize(1).ofMaxSize(12).flatMap(list -> Arbitraries.of(
                        "{", "{\"ts\":1700000000123,\"values\":{", "{ \"ts\": 5, \"values\": { ")
                .map(begin -> message(begin, list)));
    }

    private static String message(String begin, List<String> values) {
        StringBuilder json = new StringBuilder(begin);
        for (int i = 0; i < values.size(); i++) {
            json.append(i == 0 ? "" : ", ")
                    .append("\"p")
                    .append((i * 7) % 12)
                    .append("\":")
                    .append(values.get(i));
        }
        return json.append(begin.equals("{") ? "}" : "} }").toString();
    }
}
