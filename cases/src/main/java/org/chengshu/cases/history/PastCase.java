package org.chengshu.cases.history;

import java.time.Instant;
import java.util.Optional;
import org.chengshu.kernel.geo.Position;

/** A case of the past as its row tells it. */
record PastCase(
        String number,
        String title,
        Optional<String> description,
        Optional<String> category,
        String kind,
        Instant opened,
        Optional<Instant> due,
        Optional<Instant> closed,
        Optional<String> department,
        Optional<Position> position) {
    boolean late() {
        return due.isPresent() && closed.filter(due.get()::isBefore).isPresent();
    }
}
