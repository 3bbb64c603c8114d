package org.chengshu.indicator.run;

import java.time.Instant;
import java.util.Optional;
import org.chengshu.indicator.Standing;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.store.Change;

/** A value that changed, as live views get it. */
record LiveValue(String indicator, String key, Instant time, Optional<Double> value, Standing standing) {
    static LiveValue of(Definition definition, Change change) {
        Standing standing = definition
                .target()
                .map(target -> target.standing(change.value()))
                .orElse(Standing.NONE);
        Optional<Double> value =
                change.value().isPresent() ? Optional.of(change.value().getAsDouble()) : Optional.empty();
        return new LiveValue(definition.id(), change.key().text(), change.start(), value, standing);
    }
}
