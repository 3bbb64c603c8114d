package org.chengshu.data.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.chengshu.core.settings.CitySettings;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whether what sources fill has come as their schedules say. */
@Component
public class SourceTimes {
    private static final Duration LEAST_GRACE = Duration.ofMinutes(10);
    private static final int SHARE = 5;

    private final SourceStore sources;
    private final DSLContext sql;
    private final CitySettings settings;
    private final Clock clock;

    SourceTimes(SourceStore sources, DSLContext sql, CitySettings settings, Clock clock) {
        this.sources = sources;
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Since when each dataset waits for a load that its schedule has promised; empty for one that is in time. Datasets without a
     * schedule are not in it. A fifth of the pause, ten minutes at least, is forgiven.
     */
    public Map<String, Optional<Instant>> late() {
        Map<String, Optional<Instant>> late = new TreeMap<>();
        Map<UUID, Instant> good = good();
        for (Source source : sources.list()) {
            if (source.schedule().isPresent() && source.target().isPresent() && !source.paused()) {
                Instant last = good.getOrDefault(source.id(), source.createdAt());
                late.merge(
                        source.target().get().dataset(),
                        missed(source.schedule().get(), last),
                        (one, other) -> one.or(() -> other));
            }
        }
        return late;
    }

    private Optional<Instant> missed(Schedule schedule, Instant last) {
        ZoneId zone = settings.zone();
        Instant due = schedule.next(last, zone);
        Duration share = Duration.between(due, schedule.next(due, zone)).dividedBy(SHARE);
        Duration grace = share.compareTo(LEAST_GRACE) > 0 ? share : LEAST_GRACE;
        return clock.instant().isAfter(due.plus(grace)) ? Optional.of(due) : Optional.empty();
    }

    private Map<UUID, Instant> good() {
        Map<UUID, Instant> good = new TreeMap<>();
        sql.fetch("""
                        select source::uuid as source, max(ended_at) as at from cs_data.load
                        where source is not null and state = 'promoted' group by source
                        """).forEach(row -> good.put(row.get("source", UUID.class), row.get("at", Instant.class)));
        return good;
    }
}
