package org.chengshu.cases.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.category.CategoryTrees;
import org.chengshu.cases.handling.ActionRequest;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseDesk;
import org.chengshu.cases.handling.CaseHerald;
import org.chengshu.cases.handling.CaseItem;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.FromAfar;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.live.Live;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Reach;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/cases/v1/cases")
final class CaseResource {
    private final CaseLists lists;
    private final CasePages pages;
    private final CaseReport reports;
    private final CaseDesk desk;
    private final Areas areas;
    private final Live live;
    private final CategoryTrees categories;
    private final CaseTasks tasks;

    CaseResource(
            CaseLists lists,
            CasePages pages,
            CaseReport reports,
            CaseDesk desk,
            Areas areas,
            Live live,
            CategoryTrees categories,
            CaseTasks tasks) {
        this.lists = lists;
        this.pages = pages;
        this.reports = reports;
        this.desk = desk;
        this.areas = areas;
        this.live = live;
        this.categories = categories;
        this.tasks = tasks;
    }

    @GetMapping
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CursorPage<CaseItem> list(
            @RequestParam Optional<String> stage,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> department,
            @RequestParam Optional<String> subject,
            @RequestParam Optional<UUID> alarm,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam Optional<String> standing,
            @RequestParam Optional<String> clock,
            @RequestParam Optional<String> category,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam Optional<String> q,
            Viewer viewer,
            Cursor cursor) {
        CaseFilter filter = new CaseFilter(
                stage,
                kind,
                area.map(this::reach),
                department,
                subject,
                alarm,
                mine,
                standing.map(CaseFilter.StandingFilter::ofWord),
                clock.map(CaseFilter.ClockFilter::ofWord),
                category.map(categories::under),
                from,
                to,
                q.map(String::strip).filter(words -> !words.isEmpty()));
        return lists.list(filter, viewer, cursor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CaseRights.REPORT, audit = "case.reported")
    CasePage report(@RequestBody JsonNode body, Viewer viewer) {
        return pages.of(reports.open(body, viewer), viewer);
    }

    @GetMapping("/{id}")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    ResponseEntity<CasePage> get(@PathVariable UUID id, Viewer viewer) {
        return pages.answer(new CaseId(id), viewer);
    }

    /** With {@code If-Match} only as long as the case is where its author saw it. */
    @PostMapping("/{id}/actions")
    @Access(value = CaseRights.READ, audit = "case.acted-on")
    ResponseEntity<CasePage> act(
            @PathVariable UUID id, @RequestBody Deed deed, IfMatch seen, Viewer viewer, HttpServletRequest http) {
        AuditNotes.of(http).add("action", deed.action().orElse(""));
        CaseAction action = CaseAction.ofWord(
                deed.action().orElseThrow(() -> new Fault(CaseError.CASE_ACTION_UNKNOWN, "action is missing")));
        ActionRequest request = new ActionRequest(
                action,
                deed.words(),
                deed.department(),
                deed.handler(),
                deed.withoutSupport().orElse(false));
        return pages.answer(desk.act(new CaseId(id), request, new FromAfar(seen, deed.doneAt()), viewer), viewer);
    }

    /** What waits for the viewer's own hands, the first due first, at most 200. */
    @GetMapping("/pressing")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    CursorPage<PressingCase> pressing(Viewer viewer) {
        return new CursorPage<>(tasks.pressing(viewer), Optional.empty());
    }

    @GetMapping("/counts")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    CaseCounts counts(Viewer viewer) {
        return lists.counts(viewer);
    }

    @GetMapping("/live")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    SseEmitter live(Viewer viewer) {
        return live.stream(viewer, CaseRights.READ, CaseHerald.TOPIC);
    }

    record Deed(
            Optional<String> action,
            Optional<String> note,
            Optional<String> reason,
            Optional<String> department,
            Optional<String> handler,
            Optional<Boolean> withoutSupport,
            Optional<Instant> doneAt) {
        Optional<String> words() {
            return note.or(() -> reason).map(String::strip).filter(text -> !text.isEmpty());
        }
    }

    private Reach reach(String code) {
        return areas.find(code)
                .map(area -> areas.reach(area.code()))
                .orElseThrow(() -> new Fault(CaseError.CASE_FILTER_WRONG, "there is no area " + code));
    }
}
