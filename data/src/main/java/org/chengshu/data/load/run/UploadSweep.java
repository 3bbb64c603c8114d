package org.chengshu.data.load.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.Settings;
import org.chengshu.data.upload.Upload;
import org.chengshu.data.upload.Uploads;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Removes the content of old uploads that nothing needs: no load of it is open or held, and no revision that it made can be
 * read any more. Name, size and sum stay.
 */
@Component
class UploadSweep {
    private static final int AT_ONCE = 100;

    private final DSLContext sql;
    private final Uploads uploads;
    private final Settings settings;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    UploadSweep(
            DSLContext sql, Uploads uploads, Settings settings, Transactions transactions, Audit audit, Clock clock) {
        this.sql = sql;
        this.uploads = uploads;
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    void sweep() {
        Instant before = clock.instant().minus(settings.get(LoadSettings.KEEP_UPLOADS));
        List<UUID> old = unneeded(before);
        while (!old.isEmpty()) {
            old.forEach(id -> transactions.run(() -> remove(id)));
            old = unneeded(before);
        }
    }

    private List<UUID> unneeded(Instant before) {
        return sql.fetch("""
                        select u.id from cs_data.upload u
                        where u.removed_at is null and u.stored_at < ?::timestamptz and not exists (
                            select 1 from cs_data.load l
                            left join cs_data.revision r on r.dataset = l.dataset and r.number = l.number
                            where l.load_order -> 'spec' ->> 'upload' = u.id::text
                              and (l.ended_at is null or r.state = 'promoted'))
                        order by u.stored_at limit ?
                        """, before.atOffset(ZoneOffset.UTC), AT_ONCE).getValues("id", UUID.class);
    }

    private void remove(UUID id) {
        Upload gone = uploads.remove(id);
        audit.record(AuditEntry.done(
                Optional.empty(),
                "system",
                "data.upload-removed",
                Map.of(
                        "upload", id.toString(),
                        "name", gone.name(),
                        "bytes", String.valueOf(gone.bytes()),
                        "sha256", gone.sha256())));
    }
}
