package org.chengshu.cases.handling;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.clock.ClockMark;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.flow.Standing;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/** One case as it stands. */
public record CaseFile(
        CaseId id,
        String number,
        String kind,
        Text title,
        Optional<String> description,
        Stage stage,
        Severity severity,
        boolean verifiedBySensor,
        boolean verifiedByRun,
        boolean verifiedByCheck,
        Optional<String> rule,
        Optional<CaseSubject> subject,
        String areaPath,
        Optional<Position> position,
        Optional<String> department,
        Optional<String> departmentPath,
        Optional<UUID> handlerId,
        Optional<String> handler,
        Optional<String> reporter,
        Instant reportedAt,
        Instant openedAt,
        Instant stageSince,
        Optional<Instant> soon,
        Optional<Instant> due,
        ClockMark clock,
        Optional<Instant> handledAt,
        Optional<Instant> closedAt,
        Optional<String> closedBy,
        int reopened,
        int lateStages,
        boolean historical,
        Optional<String> category) {
    /**
     * Tells whether the case is still where somebody saw it: in whose hands, in which stage, since when. Words, photos and
     * clocks do not change it, so that they hold up nobody who was without a connection.
     */
    public long version() {
        String state = String.join(
                "|",
                stage.name(),
                Long.toString(stageSince.toEpochMilli()),
                department.orElse(""),
                handlerId.map(UUID::toString).or(this::handler).orElse(""),
                closedBy.orElse(""));
        return ByteBuffer.wrap(Sha256.of(state)).getLong() >>> 1;
    }

    public boolean closed() {
        return stage.equals(CityCase.CLOSE);
    }

    /** As {@link org.chengshu.flow.Deadline#standing}, from the times kept with the case; nothing is due of a closed one. */
    public Standing standing(Instant now) {
        if (!closed() && due.filter(now::isAfter).isPresent()) {
            return Standing.OVERDUE;
        }
        return !closed() && soon.filter(time -> !now.isBefore(time)).isPresent() ? Standing.DUE_SOON : Standing.ON_TIME;
    }
}
