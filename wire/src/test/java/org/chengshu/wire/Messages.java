package org.chengshu.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Messages as devices send them, whole or damaged on the way. */
final class Messages {
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private static final String[] VALUES = {
        "1",
        "-0.0",
        "12.5",
        "1e308",
        "1e309",
        "-1e999",
        "NaN",
        "-Infinity",
        "true",
        "false",
        "null",
        "\"\"",
        "\"自动\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "{}",
        "[[]]",
        "{\"a\":{\"b\":[1]}}",
        "123456789012345678901234567890",
        "1.0e-400"
    };
    private static final String[] NAMES = {
        "pm25", "on", "ts", "values", "device", "", " ", "温度", "a\\nb", "x".repeat(65)
    };
    private static final String[] TIMES = {
        "1700000000000",
        "0",
        "-1",
        "1.5",
        "99999999999999999",
        "\"2026-03-01T08:00:00+08:00\"",
        "\"now\"",
        "null",
        "true",
        "[]"
    };

    private Messages() {}

    static Arbitrary<byte[]> anyBytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(400);
    }

    static Arbitrary<byte[]> wellFormed() {
        return Arbitraries.oneOf(objects(), arrays(), gateways()).map(text -> text.getBytes(UTF_8));
    }

    /** A well-formed message in which some bytes are replaced, dropped or doubled. */
    static Arbitrary<byte[]> damaged() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        return Combinators.combine(
                        wellFormed(),
                        places,
                        Arbitraries.bytes(),
                        Arbitraries.integers().between(0, 3))
                .as(Messages::damage);
    }

    private static byte[] damage(byte[] message, int somewhere, byte with, int how) {
        int at = somewhere % message.length;
        byte[] copy = message.clone();
        switch (how) {
            case 0 -> copy[at] = with;
            case 1 -> copy = Arrays.copyOf(message, at);
            case 2 -> System.arraycopy(message, at, copy, 0, message.length - at);
            default -> copy[at] = message[somewhere % 7 % message.length];
        }
        return copy;
    }

    private static Arbitrary<String> objects() {
        return Arbitraries.oneOf(plain(), timed());
    }

    private static Arbitrary<String> plain() {
        return Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(VALUES))
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(4)
                .map(fields -> "{" + String.join(",", fields) + "}");
    }

    private static Arbitrary<String> timed() {
        return Combinators.combine(Arbitraries.of(TIMES), plain())
                .as((time, values) -> "{\"device\":\"d-1\",\"ts\":" + time + ",\"values\":" + values + "}");
    }

    private static Arbitrary<String> arrays() {
        return Arbitraries.oneOf(objects(), Arbitraries.of(VALUES))
                .list()
                .ofMaxSize(4)
                .map(items -> "[" + String.join(",", items) + "]");
    }

    private static Arbitrary<String> gateways() {
        return Combinators.combine(Arbitraries.of(NAMES), arrays())
                .as((name, list) -> "{\"" + name + "\":" + list + "}");
    }
}
