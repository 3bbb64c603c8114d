package org.chengshu.wire;

import java.util.Objects;

/**
 * Something in a message that could not be taken: what kind of fault, where it stands in the message (such as
 * {@code $[2].values.pm25}), in words, and how many values it cost (one where that cannot be told), so that values taken
 * plus values lost is what the message held. The detail never quotes more than a short piece of the message.
 */
public record WireFault(Kind kind, String place, String detail, int lost) {
    public WireFault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(detail, "detail");
        if (lost < 1) {
            throw new IllegalArgumentException("a fault costs at least one value, not " + lost);
        }
    }

    public WireFault(Kind kind, String place, String detail) {
        this(kind, place, detail, 1);
    }

    /** The kinds of fault; names are stable, they appear in counters and on the device's page. */
    public enum Kind {
        /** The message is no JSON; nothing of it is taken. */
        NOT_JSON,
        /** More than {@link Telemetry#MAX_BYTES} bytes; nothing is taken. */
        TOO_LARGE,
        /** Nested deeper than {@link Telemetry#MAX_DEPTH}; nothing is taken. */
        TOO_DEEP,
        /** More than {@link Telemetry#MAX_OBSERVATIONS} observations; nothing is taken. */
        TOO_MANY_OBSERVATIONS,
        /** Not an object (or, for the message, not an object or array of objects). */
        NOT_AN_OBJECT,
        /** An object without any value, or a message without any observation. */
        EMPTY,
        /** A field beside {@code ts} and {@code values} (in a batch also {@code device}). */
        UNEXPECTED_FIELD,
        /** A time that is neither epoch milliseconds nor ISO 8601 with an offset; the observation is not taken. */
        BAD_TIME,
        /** A time before 1970 or more than a day after arrival; the observation is not taken. */
        TIME_OUT_OF_RANGE,
        /** A blank name, one above {@link Telemetry#MAX_KEY} characters, or one with characters that cannot be stored. */
        BAD_KEY,
        /** The same name a second time; the first stands. */
        DUPLICATE_KEY,
        /** A null where a value belongs. */
        NULL_VALUE,
        /** An object or array where a value belongs. */
        NESTED_VALUE,
        /** NaN or an infinity. */
        NOT_FINITE,
        /** A number beyond what a double holds. */
        OVERFLOW,
        /** A text above {@link Telemetry#MAX_TEXT} characters. */
        TEXT_TOO_LONG,
        /** A text with characters that cannot be stored: NUL or half a surrogate pair. */
        BAD_TEXT,
        /** Values beyond the first {@link Telemetry#MAX_VALUES} of an observation. */
        TOO_MANY_VALUES,
        /** A missing, blank, too long or unfit device code in a batch; its entry is not taken. */
        BAD_DEVICE,
        /** Bytes written as text (hexadecimal, base64) that are not. */
        BAD_ENCODING,
        /** A frame that is shorter than what is read from it, or not of the length its decoder knows. */
        TRUNCATED,
        /** A frame that does not begin as its decoder knows it. */
        UNKNOWN_FRAME,
        /** A checksum that differs from what the bytes give. */
        BAD_CHECKSUM,
        /** A value that is there and cannot be read as its decoder says. */
        UNREADABLE,
        /** Something that the decoder needs and that is not there. */
        MISSING,
        /** A formula that has no result for what was read. */
        NO_RESULT,
        /** Faults beyond the first {@link Telemetry#MAX_FAULTS}, counted together. */
        MORE_FAULTS
    }
}
