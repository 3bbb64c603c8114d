package org.chengshu.cases.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseItem;
import org.chengshu.cases.handling.CaseItems;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/v1")
final class HandOverResource {
    private static final CaseRows.Rows ROWS = new CaseRows.Rows(
            "case_dispute",
            "disputed_at",
            List.of(
                    "id",
                    "case_id",
                    "org",
                    "proposed",
                    "reason",
                    "state",
                    "disputed_at",
                    "disputed_by",
                    "ruling",
                    "ruling_reason",
                    "decided_at",
                    "decided_by"));

    private final CaseHandOvers handOvers;
    private final Disputes disputes;
    private final CaseRows rows;
    private final CaseItems items;
    private final Clock clock;

    HandOverResource(CaseHandOvers handOvers, Disputes disputes, CaseRows rows, CaseItems items, Clock clock) {
        this.handOvers = handOvers;
        this.disputes = disputes;
        this.rows = rows;
        this.items = items;
        this.clock = clock;
    }

    /** Gives the case to another department, of the same level, above or below. */
    @PostMapping("/cases/{id}/transfer")
    @Access(value = CaseRights.READ, audit = "case.transferred")
    CaseItem transfer(@PathVariable UUID id, @RequestBody Wish wish, Viewer viewer) {
        return items.of(
                handOvers.transfer(new CaseId(id), wish.whom(), new Words(wish.reason()).needed("reason"), viewer),
                clock.instant());
    }

    @PostMapping("/cases/{id}/disputes")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.READ, audit = "case.disputed")
    Disputed raise(@PathVariable UUID id, @RequestBody Wish wish, Viewer viewer) {
        disputes.raise(new CaseId(id), wish.department(), new Words(wish.reason()).needed("reason"), viewer);
        return of(id, viewer);
    }

    @GetMapping("/cases/{id}/disputes")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    Disputed of(@PathVariable UUID id, Viewer viewer) {
        CaseFile file = rows.seen(id, viewer);
        return new Disputed(rows.ofCase(ROWS, file, HandOverResource::dispute), actions(file, viewer));
    }

    private Map<UUID, List<String>> actions(CaseFile file, Viewer viewer) {
        Map<UUID, List<String>> possible = disputes.actions(file, viewer);
        if (handOvers.possible(file, viewer)) {
            UUID id = file.id().value();
            possible.put(
                    id,
                    Stream.concat(Stream.of("transfer"), possible.getOrDefault(id, List.of()).stream())
                            .toList());
        }
        return possible;
    }

    @PostMapping("/cases/{id}/disputes/{dispute}/ruling")
    @Access(value = CaseRights.ARBITRATE, audit = "case.arbitrated")
    Disputed rule(@PathVariable UUID id, @PathVariable UUID dispute, @RequestBody Wish wish, Viewer viewer) {
        // Whoever decides is shown what came of it, even if the case left his part of the city by that.
        CaseFile file = rows.seen(id, viewer);
        disputes.decide(file.id(), dispute, wish.whom(), new Words(wish.reason()).needed("reason"), viewer);
        return new Disputed(rows.ofCase(ROWS, file, HandOverResource::dispute), Map.of());
    }

    @GetMapping("/disputes")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<CaseDispute> list(@RequestParam Optional<String> state, Viewer viewer, Cursor cursor) {
        return page(state.map(ROWS.field("state", String.class)::eq).orElseGet(DSL::noCondition), viewer, cursor);
    }

    private CursorPage<CaseDispute> page(Condition wanted, Viewer viewer, Cursor cursor) {
        return rows.page(ROWS, wanted, DSL.falseCondition(), viewer, cursor, HandOverResource::dispute);
    }

    private static CaseDispute dispute(Record row) {
        return new CaseDispute(
                row.get("id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("number", String.class),
                CaseRows.title(row),
                row.get("org", String.class),
                CaseRows.text(row, "proposed"),
                row.get("reason", String.class),
                row.get("state", String.class),
                CaseRows.time(row, "disputed_at").orElseThrow(),
                row.get("disputed_by", String.class),
                CaseRows.text(row, "ruling"),
                CaseRows.text(row, "ruling_reason"),
                CaseRows.time(row, "decided_at"),
                CaseRows.text(row, "decided_by"));
    }

    record Disputed(List<CaseDispute> items, Map<UUID, List<String>> actions) {}

    record Wish(Optional<String> department, Optional<String> reason) {
        String whom() {
            return department.orElseThrow(() -> new Fault(CaseError.CASE_DEPARTMENT_WRONG, "department is missing"));
        }
    }
}
