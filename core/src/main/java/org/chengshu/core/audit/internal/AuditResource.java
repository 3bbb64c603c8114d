package org.chengshu.core.audit.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.audit.AuditFilter;
import org.chengshu.core.audit.AuditOutcome;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditResource {
    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    record Line(
            UUID id,
            Instant at,
            Optional<UUID> account,
            String who,
            String event,
            AuditOutcome outcome,
            Optional<String> code,
            Map<String, String> details,
            Optional<String> address) {
        static Line of(AuditRow row) {
            AuditEntry entry = row.entry();
            return new Line(
                    row.id(),
                    row.at(),
                    entry.account(),
                    entry.who(),
                    entry.event(),
                    entry.outcome(),
                    entry.code(),
                    entry.details(),
                    entry.address());
        }
    }

    @GetMapping("/api/core/v1/audit")
    @Access(value = "core:audit", audit = Access.NOT_AUDITED)
    CursorPage<Line> list(
            @RequestParam Optional<String> event,
            @RequestParam Optional<String> who,
            @RequestParam Optional<AuditOutcome> outcome,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            Cursor cursor,
            Viewer viewer) {
        if (!viewer.scope("core:audit").isEverywhere()) {
            throw new Fault(CoreError.FORBIDDEN, "the audit is of the whole city");
        }
        return audit.list(new AuditFilter(event, who, outcome, from, to), cursor)
                .map(Line::of);
    }
}
