package org.chengshu.sense;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * Devices that belong together: those listed, or those that a query finds at the moment. The id is the group's for good; the
 * version grows with each change; without a pack people look after it. Immutable.
 */
public record Group(
        String id, Text title, List<String> devices, Optional<GroupQuery> query, Optional<String> pack, int version) {
    public static final String ID_PATTERN = "[a-z][a-z0-9-]{0,63}";
    public static final int MOST_DEVICES = 100_000;

    public Group {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(pack, "pack");
        if (!id.matches(ID_PATTERN)) {
            throw new IllegalArgumentException("a group's id is lower case letters, digits and hyphens, not " + id);
        }
        devices = devices.stream().distinct().toList();
        if (query.isPresent() && !devices.isEmpty()) {
            throw new IllegalArgumentException("a group lists its devices or asks for them, not both");
        }
        if (devices.size() > MOST_DEVICES) {
            throw new IllegalArgumentException("a group lists at most " + MOST_DEVICES + " devices");
        }
    }
}
