package org.chengshu.core.audit.internal.chain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the audit's monthly partitions (by UTC) ahead of time, so that a month never begins without one. */
@Component
public class Partitions {
    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final int MONTHS_AHEAD = 3;

    private final DSLContext sql;
    private final Clock clock;

    Partitions(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A month's partition; the count is the database's estimate. */
    public record Partition(String month, long entries) {}

    void prepare() {
        LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            LocalDate needed = month.plusMonths(ahead);
            if (sql.fetchSingle("select cs_core.audit_month(cast(? as date))", needed)
                    .get(0, Boolean.class)) {
                LOG.info("made the audit's partition of {}", needed);
            }
        }
    }

    /** From new to old; entries of a clock far off are under "other". */
    public List<Partition> list() {
        return sql.fetch("""
                        select replace(substr(c.relname, 7), '_', '-') as month, pg_stat_get_live_tuples(c.oid) as entries
                        from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'cs_core.audit'::regclass order by c.relname desc
                        """).map(row -> new Partition(row.get("month", String.class), row.get("entries", Long.class)));
    }
}
