package org.chengshu.core.audit;

/** How it ended: done, refused to the caller (4xx), or failed on our side (5xx). */
public enum AuditOutcome {
    DONE,
    REFUSED,
    FAILED
}
