package org.chengshu.data.library.definition;

import java.time.Instant;
import java.util.Optional;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A source that is attached, and what was read of it last: {@code rows = members + refused}.
 *
 * @param number its number in tables
 * @param readWith the definitions with which it was read, as one text
 * @param unreadable values that their standard function or type would not take
 * @param note why it was left as it was the last time
 */
public record KnownSource(
        int number,
        LibrarySource source,
        Optional<String> pack,
        int version,
        JsonNode json,
        Optional<Integer> revision,
        Optional<String> readWith,
        Optional<Instant> readAt,
        long rows,
        long members,
        long refused,
        long unreadable,
        Optional<Text> note) {
    public String id() {
        return source.id();
    }
}
