package org.chengshu.cases.handling;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.http.IfMatch;

/**
 * What comes with a deed that was done without a connection: the state of the case that its author had before his eyes, and
 * when he says that he did it. The deed counts from when it arrives; his time is kept beside it.
 */
public record FromAfar(IfMatch seen, Optional<Instant> doneAt) {
    /** Done now, whatever the state. */
    public static final FromAfar HERE = new FromAfar(new IfMatch(List.of()), Optional.empty());

    /** Faults unless the case is as it was seen, if the author said how he saw it. */
    void require(CaseFile file) {
        if (!seen.tags().isEmpty()) {
            seen.require(file.version());
        }
    }

    Timeline.Deed tell(Timeline.Deed deed) {
        // A clock that goes ahead says nothing.
        return doneAt.filter(at -> at.isBefore(deed.at()))
                .map(at -> {
                    Map<String, Object> values = new HashMap<>(deed.values());
                    values.put("doneAt", at.toString());
                    return deed.with(values);
                })
                .orElse(deed);
    }
}
