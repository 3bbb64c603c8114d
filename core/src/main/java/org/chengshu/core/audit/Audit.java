package org.chengshu.core.audit;

import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;

/**
 * What was done, by whom, and how it ended. Entries are only ever added: the database refuses to change or delete them.
 * An entry recorded inside a transaction shares its fate. Safe for use by many threads.
 */
public interface Audit {
    void record(AuditEntry entry);

    /** Newest first. */
    CursorPage<AuditRow> list(AuditFilter filter, Cursor cursor);
}
