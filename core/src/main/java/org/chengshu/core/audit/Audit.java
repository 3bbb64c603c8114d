package org.chengshu.core.audit;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;

/**
 * What was done, by whom, and how it ended. Entries are only ever added: the database refuses to change or delete them.
 * An entry recorded inside a transaction shares its fate. Within a second of its commit an entry is sealed into a chain of
 * hashes, so that a change behind the platform's back is found. Safe for use by many threads.
 */
public interface Audit {
    void record(AuditEntry entry);

    Optional<AuditRow> find(UUID id);

    /** Newest first. */
    CursorPage<AuditRow> list(AuditFilter filter, Cursor cursor);
}
