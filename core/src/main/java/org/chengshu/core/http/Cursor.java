package org.chengshu.core.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/**
 * Where a page of a list starts and how long it may be: after the last item of the page before, at most {@code limit} items
 * (1..500, 50 unless told). To clients it is an opaque text. A controller method takes it as a parameter and gets it from
 * {@code ?cursor=&limit=}. Immutable.
 */
public record Cursor(Optional<Key> after, int limit) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    private static final char SEPARATOR = '|';

    public Cursor {
        Objects.requireNonNull(after, "after");
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Fault(CoreError.BAD_REQUEST, "limit must be 1.." + MAX_LIMIT + ", not " + limit);
        }
    }

    /** The first page of the usual length. */
    public static Cursor first() {
        return first(DEFAULT_LIMIT);
    }

    public static Cursor first(int limit) {
        return new Cursor(Optional.empty(), limit);
    }

    /** Reads what a page gave as {@code next}; anything else is a {@code BAD_REQUEST}. */
    public static Cursor of(Optional<String> next, int limit) {
        return new Cursor(next.map(Cursor::decode), limit);
    }

    /** The last item of a page: its time and its id, by both of which the list is sorted. */
    public record Key(Instant time, String id) {
        public Key {
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(id, "id");
        }

        String encode() {
            byte[] plain = (time.toString() + SEPARATOR + id).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
        }
    }

    private static Key decode(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int cut = plain.indexOf(SEPARATOR);
            return new Key(Instant.parse(plain.substring(0, Math.max(cut, 0))), plain.substring(cut + 1));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Fault(CoreError.BAD_REQUEST, "the cursor is not one that a page gave", e);
        }
    }
}
