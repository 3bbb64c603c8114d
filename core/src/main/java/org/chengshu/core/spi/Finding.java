package org.chengshu.core.spi;

import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * How a part of the node was found, in words an administrator understands who did not write the program; whatever is not
 * well comes with what to do about it. Holds no secret. Immutable.
 */
public record Finding(HealthState state, Text words, Optional<Text> remedy) {
    public Finding {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(words, "words");
        if ((state == HealthState.OK) == remedy.isPresent()) {
            throw new IllegalArgumentException("what is not well, and only that, needs a remedy: " + words.en());
        }
    }

    public static Finding ok(Text words) {
        return new Finding(HealthState.OK, words, Optional.empty());
    }

    public static Finding warning(Text words, Text remedy) {
        return new Finding(HealthState.WARNING, words, Optional.of(remedy));
    }

    public static Finding down(Text words, Text remedy) {
        return new Finding(HealthState.DOWN, words, Optional.of(remedy));
    }
}
