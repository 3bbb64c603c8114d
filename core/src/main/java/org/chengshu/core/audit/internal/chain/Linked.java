package org.chengshu.core.audit.internal.chain;

import java.util.Optional;
import java.util.Set;
import org.chengshu.core.audit.AuditRow;

/**
 * A link with its entry as it is now.
 *
 * @param row empty when no readable entry has the link's id and time
 * @param things what the entry is found by, as it is kept
 */
record Linked(Link link, Optional<AuditRow> row, Set<String> things) {}
