package org.chengshu.core.audit.internal.chain;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.kernel.Text;

/** Where the audit is not what was sealed. A number of 0 means that the entry has none. */
record Break(Kind kind, long number, UUID id, Instant at, Text detail) {
    enum Kind {
        CONTENT_CHANGED,
        ENTRY_MISSING,
        ENTRY_INSERTED,
        LINK_MISSING,
        LINK_CHANGED,
        HEAD_DIFFERS
    }
}
