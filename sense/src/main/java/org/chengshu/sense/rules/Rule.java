package org.chengshu.sense.rules;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chengshu.kernel.Text;

/**
 * A rule ready to judge: its levels from the mildest to the worst, how its alarm ends, and when it is awake. {@code ratePer}
 * is the time that its rates of change count by. The fingerprint changes whenever a run that began under the old wording no
 * longer counts.
 */
public record Rule(
        String id,
        Text title,
        List<Level> levels,
        Ending ending,
        Optional<Repeat> repeat,
        Optional<ActiveHours> hours,
        Duration ratePer,
        String fingerprint) {
    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(repeat, "repeat");
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(fingerprint, "fingerprint");
        levels = levels.stream().sorted(Comparator.comparing(Level::severity)).toList();
        if (levels.isEmpty() || levels.size() > 4 || !ratePer.isPositive()) {
            throw new IllegalArgumentException("a rule has one to four levels, and rates per some time, " + id);
        }
        if (repeat.isPresent() && levels.size() > 1) {
            throw new IllegalArgumentException("a rule that counts has one level, " + id);
        }
    }

    /** The usual rule: one condition that holds for some time. */
    public static Rule of(String id, Text title, Level level, Ending ending, String fingerprint) {
        return new Rule(
                id,
                title,
                List.of(level),
                ending,
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(1),
                fingerprint);
    }

    Set<String> inputs() {
        Set<String> inputs = new HashSet<>();
        levels.forEach(level -> inputs.addAll(level.when().inputs()));
        ending.clear().ifPresent(condition -> inputs.addAll(condition.inputs()));
        return inputs;
    }
}
