package org.chengshu.data.library.door;

import java.time.Instant;
import java.util.List;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.Cursor;
import org.chengshu.kernel.Fault;

/** Cursors of lists that are sorted by a number alone. */
final class Places {
    private Places() {}

    static Cursor.Key key(Object id) {
        return new Cursor.Key(Instant.EPOCH, String.valueOf(id));
    }

    static long before(Cursor cursor) {
        return cursor.after().map(key -> number(key.id())).orElse(Long.MAX_VALUE);
    }

    static List<String> parts(Cursor.Key key) {
        return List.of(key.id().split("/"));
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Fault(CoreError.BAD_REQUEST, "the cursor belongs to another list", e);
        }
    }
}
