package org.chengshu.sense.device;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.chengshu.core.tree.Reach;
import org.chengshu.sense.DeviceStatus;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.words.WordQuery;

/**
 * Which devices are meant. Retired ones only when the lifecycle asks for them. A tag with the value {@code *} may have any.
 * Immutable.
 *
 * @param among the devices, by number, that alone come into question
 */
public record DeviceQuery(
        Optional<String> product,
        Optional<Reach> area,
        WordQuery words,
        Map<String, String> tags,
        Optional<DeviceStatus> status,
        Optional<Lifecycle> lifecycle,
        Optional<String> owner,
        Optional<String> parent,
        Optional<IntPredicate> among) {
    public DeviceQuery {
        Objects.requireNonNull(words, "words");
        tags = Map.copyOf(tags);
    }

    public static DeviceQuery all() {
        return new DeviceQuery(
                Optional.empty(),
                Optional.empty(),
                WordQuery.none(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
