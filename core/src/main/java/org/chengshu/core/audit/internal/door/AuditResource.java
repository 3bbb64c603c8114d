package org.chengshu.core.audit.internal.door;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditFilter;
import org.chengshu.core.audit.AuditOutcome;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.audit.internal.chain.ChainView;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditResource {
    private final Audit audit;
    private final ChainView chain;

    AuditResource(Audit audit, ChainView chain) {
        this.audit = audit;
        this.chain = chain;
    }

    @GetMapping("/api/core/v1/audit")
    @Access(value = AuditPermissions.READ, audit = Access.NOT_AUDITED)
    CursorPage<AuditLine> list(
            @RequestParam Optional<String> event,
            @RequestParam Optional<String> who,
            @RequestParam Optional<UUID> account,
            @RequestParam Optional<AuditOutcome> outcome,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> id,
            @RequestParam Optional<String> text,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            Cursor cursor,
            Viewer viewer) {
        AuditPermissions.requireWholeCity(viewer, AuditPermissions.READ);
        CursorPage<AuditRow> page = audit.list(filter(event, who, account, outcome, kind, id, text, from, to), cursor);
        List<UUID> ids = page.items().stream().map(AuditRow::id).toList();
        Map<UUID, ChainView.Place> places = chain.placesOf(ids);
        boolean personal = viewer.scope(AuditPermissions.PERSONAL).isEverywhere();
        return page.map(row -> AuditLine.of(row, Optional.ofNullable(places.get(row.id())), personal));
    }

    @GetMapping("/api/core/v1/audit/state")
    @Access(value = AuditPermissions.READ, audit = Access.NOT_AUDITED)
    ChainView.State state(Viewer viewer) {
        AuditPermissions.requireWholeCity(viewer, AuditPermissions.READ);
        return chain.state();
    }

    private static AuditFilter filter(
            Optional<String> event,
            Optional<String> who,
            Optional<UUID> account,
            Optional<AuditOutcome> outcome,
            Optional<String> kind,
            Optional<String> id,
            Optional<String> text,
            Optional<Instant> from,
            Optional<Instant> to) {
        try {
            return new AuditFilter(event, who, account, outcome, kind, id, text, from, to);
        } catch (IllegalArgumentException e) {
            throw new Fault(CoreError.BAD_REQUEST, e.getMessage(), e);
        }
    }
}
