package org.chengshu.cases.history;

import java.util.Optional;
import org.chengshu.kernel.Text;
import org.jooq.Record;

/** A row of a history that did not become a case, and why. */
record RefusedPast(long seq, Optional<String> number, Text reason) {
    static RefusedPast of(Record row) {
        return new RefusedPast(
                row.get("seq", Long.class),
                Optional.ofNullable(row.get("number", String.class)),
                Text.of(row.get("reason_zh", String.class), row.get("reason_en", String.class)));
    }
}
