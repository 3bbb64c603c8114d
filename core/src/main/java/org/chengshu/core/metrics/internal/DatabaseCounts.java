package org.chengshu.core.metrics.internal;

import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * What the tables say of queues and sizes, read in one go.
 *
 * @param archiveWaiting finished pieces of the log that wait for their archive; -1 where the database is not ours to ask
 */
record DatabaseCounts(
        long jobsRunning,
        long jobsWaiting,
        long jobsFailed,
        double oldestJobSeconds,
        double oldestEventSeconds,
        long recurringFailing,
        long databaseBytes,
        long archiveWaiting,
        long archiveFailed) {
    static final DatabaseCounts NONE = new DatabaseCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static DatabaseCounts read(DSLContext sql, boolean embedded) {
        Record row = sql.fetchSingle("""
                select
                    (select count(*) from cs_core.job where state = 'running') as running,
                    (select count(*) from cs_core.job where state = 'queued') as waiting,
                    (select count(*) from cs_core.job where state = 'failed' and ended_at > now() - interval '1 day') as failed,
                    (select coalesce(extract(epoch from now() - min(started_at)), 0)::float8
                     from cs_core.job where state = 'queued') as oldest_job,
                    (select coalesce(extract(epoch from now() - min(e.emitted_at)), 0)::float8
                     from cs_core.delivery d join cs_core.event e on e.id = d.event_id
                     where d.done_at is null) as oldest_event,
                    (select count(*) from cs_core.scheduled_task where consecutive_failures > 0) as failing,
                    pg_database_size(current_database()) as bytes
                """);
        Record archive =
                embedded ? sql.fetchSingle("""
                        select (select count(*) from pg_ls_archive_statusdir() where name like '%.ready') as waiting,
                               failed_count as failed
                        from pg_stat_archiver
                        """) : sql.fetchSingle("select -1::bigint as waiting, 0::bigint as failed");
        return new DatabaseCounts(
                row.get("running", Long.class),
                row.get("waiting", Long.class),
                row.get("failed", Long.class),
                row.get("oldest_job", Double.class),
                row.get("oldest_event", Double.class),
                row.get("failing", Long.class),
                row.get("bytes", Long.class),
                archive.get("waiting", Long.class),
                archive.get("failed", Long.class));
    }
}
