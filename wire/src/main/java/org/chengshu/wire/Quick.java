package org.chengshu.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the message that nearly all devices send nearly always: one object of plain names and plain values, with a time
 * before them or without. Whatever is unusual, be it only an escape in a text or a space in a name, is left to the reader of
 * JSON, and so is everything faulty; what is read here, that one would read alike.
 */
final class Quick {
    private static final int MOST_VALUES = 64;
    /** As many digits are always a whole number that a double holds. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] TENS = tens();
    private static final int NAMES = 1 << 12;
    /** Names met lately. Threads may overwrite each other's, which only costs a new string. */
    private static final String[] MET = new String[NAMES];

    private final byte[] json;
    private final Values values = new Values();
    private int at;

    private Quick(byte[] json) {
        this.json = json;
    }

    static Optional<Observation> read(byte[] json, Instant received) {
        Quick quick = new Quick(json);
        return json.length > Telemetry.MAX_BYTES ? Optional.empty() : quick.message(received);
    }

    private Optional<Observation> message(Instant received) {
        if (!takes('{')) {
            return Optional.empty();
        }
        Instant time = received;
        if (isNext("\"ts\"")) {
            long ts = time();
            if (ts < 0 || ts > received.plus(Times.AHEAD).toEpochMilli() || !takes(',') || !isNext("\"values\"")) {
                return Optional.empty();
            }
            at += "\"values\"".length();
            if (!takes(':') || !takes('{') || !fields() || !takes('}')) {
                return Optional.empty();
            }
            time = Instant.ofEpochMilli(ts);
        } else if (!fields()) {
            return Optional.empty();
        }
        skip();
        return at == json.length ? Optional.of(Observation.of(time, values)) : Optional.empty();
    }

    /** Negative when it is not written as plain milliseconds. */
    private long time() {
        at += "\"ts\"".length();
        if (!takes(':')) {
            return -1;
        }
        skip();
        int first = at;
        long number = digits();
        return at == first || at - first > EXACT_DIGITS || (json[first] == '0' && at - first > 1) ? -1 : number;
    }

    /** The fields up to the closing brace of their object, and that brace. */
    private boolean fields() {
        do {
            skip();
            Optional<String> name = name();
            if (name.isEmpty() || !takes(':') || values.size() == MOST_VALUES || values.has(name.get())) {
                return false;
            }
            skip();
            Optional<Value> value = value();
            if (value.isEmpty()) {
                return false;
            }
            values.put(name.get(), value.get());
        } while (takes(','));
        return takes('}');
    }

    private Optional<String> name() {
        int first = at + 1;
        int hash = 0;
        if (at >= json.length || json[at] != '"') {
            return Optional.empty();
        }
        for (at = first; at < json.length && json[at] != '"'; at++) {
            if (json[at] <= ' ' || json[at] == '\\' || json[at] == 127) {
                return Optional.empty();
            }
            hash = 31 * hash + json[at];
        }
        int length = at - first;
        if (at >= json.length || length == 0 || length > Telemetry.MAX_KEY) {
            return Optional.empty();
        }
        at++;
        return Optional.of(met(first, length, (hash ^ hash >>> 12) & (NAMES - 1)));
    }

    private String met(int first, int length, int slot) {
        String known = MET[slot];
        if (known != null && known.length() == length && isThere(known, first)) {
            return known;
        }
        String name = new String(json, first, length, StandardCharsets.US_ASCII);
        MET[slot] = name;
        return name;
    }

    private Optional<Value> value() {
        if (at >= json.length) {
            return Optional.empty();
        }
        return switch (json[at]) {
            case '"' -> text();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Optional<Value> word(String word, boolean flag) {
        if (!isThere(word, at)) {
            return Optional.empty();
        }
        at += word.length();
        return Optional.of(Value.of(flag));
    }

    private Optional<Value> text() {
        int first = ++at;
        while (at < json.length && json[at] != '"') {
            if (json[at] < ' ' || json[at] == '\\' || json[at] == 127) {
                return Optional.empty();
            }
            at++;
        }
        if (at >= json.length || at - first > Telemetry.MAX_TEXT) {
            return Optional.empty();
        }
        String text = new String(json, first, at - first, StandardCharsets.US_ASCII);
        at++;
        return Optional.of(Value.of(text));
    }

    private Optional<Value> number() {
        boolean negative = json[at] == '-';
        at += negative ? 1 : 0;
        int first = at;
        long whole = digits();
        int count = at - first;
        if (count == 0 || count > EXACT_DIGITS || (json[first] == '0' && count > 1)) {
            return Optional.empty();
        }
        int decimals = 0;
        if (at < json.length && json[at] == '.') {
            int point = ++at;
            long fraction = digits();
            decimals = at - point;
            if (decimals == 0 || count + decimals > EXACT_DIGITS) {
                return Optional.empty();
            }
            whole = whole * (long) TENS[decimals] + fraction;
        }
        if ((negative && whole == 0) || isExponent()) {
            return Optional.empty();
        }
        // Both are exact, so the division rounds as reading the decimal would.
        double number = whole / TENS[decimals];
        return Optional.of(Value.of(negative ? -number : number));
    }

    private boolean isExponent() {
        return at < json.length && (json[at] == 'e' || json[at] == 'E');
    }

    /** May overflow; whoever asks looks at how many there were. */
    private long digits() {
        long number = 0;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            number = number * 10 + (json[at++] - '0');
        }
        return number;
    }

    private boolean takes(char wanted) {
        skip();
        if (at < json.length && json[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean isNext(String word) {
        skip();
        return isThere(word, at);
    }

    private boolean isThere(String word, int from) {
        if (from + word.length() > json.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (json[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void skip() {
        while (at < json.length && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
    }

    private static double[] tens() {
        double[] tens = new double[EXACT_DIGITS + 1];
        Arrays.setAll(tens, power -> Math.pow(10, power));
        return tens;
    }
}
