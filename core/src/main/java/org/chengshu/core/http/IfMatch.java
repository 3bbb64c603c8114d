package org.chengshu.core.http;

import java.util.Arrays;
import java.util.List;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/**
 * What a client says of the version that it means to change: the {@code If-Match} header of its request (RFC 9110, 13.1.1).
 * A controller method that updates takes one as an argument and asks it inside the transaction of the change, so that of
 * two people who change the same thing the second is told instead of undoing the first's work. Tags that a proxy has made
 * weak are taken as they were. Immutable.
 */
public record IfMatch(List<String> tags) {
    private static final String ANY = "*";
    private static final String WEAK = "W/";

    public IfMatch {
        tags = List.copyOf(tags);
    }

    /** Reads the header's value; none gives one that refuses every change. */
    public static IfMatch of(String header) {
        return new IfMatch(Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .map(tag -> tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag)
                .toList());
    }

    /** Faults with {@code VERSION_NEEDED} when the client named none, with {@code VERSION_CHANGED} when it is not this one. */
    public void require(long version) {
        if (tags.isEmpty()) {
            throw new Fault(
                    CoreError.VERSION_NEEDED,
                    "send If-Match with the ETag of what you read; now it is " + ETags.of(version));
        }
        if (!tags.contains(ANY) && !tags.contains(ETags.of(version))) {
            throw new Fault(
                    CoreError.VERSION_CHANGED,
                    "it is " + ETags.of(version) + " now, not " + String.join(", ", tags) + "; read it again");
        }
    }
}
