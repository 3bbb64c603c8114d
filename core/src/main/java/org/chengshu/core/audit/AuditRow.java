package org.chengshu.core.audit;

import java.time.Instant;
import java.util.UUID;

/** An entry as it was kept, with its time by the node's clock. */
public record AuditRow(UUID id, Instant at, AuditEntry entry) {}
