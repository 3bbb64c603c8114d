package org.chengshu.data.source;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/data/v1/sources")
final class SourceController {
    private final SourceDesk desk;
    private final SourceReader reader;
    private final SourceRuns runs;
    private final SourceViews views;

    SourceController(SourceDesk desk, SourceReader reader, SourceRuns runs, SourceViews views) {
        this.desk = desk;
        this.reader = reader;
        this.runs = runs;
        this.views = views;
    }

    @GetMapping
    @Access(value = SourceRights.SEE, audit = Access.NOT_AUDITED)
    CursorPage<SourceView> list() {
        return new CursorPage<>(desk.list().stream().map(views::view).toList(), Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(value = SourceRights.SEE, audit = Access.NOT_AUDITED)
    ResponseEntity<SourceView> get(@PathVariable("id") UUID id) {
        return tagged(desk.get(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = SourceRights.DEFINE, audit = "data-source.created")
    SourceView create(@RequestBody JsonNode body, Viewer viewer) {
        return views.view(desk.create(reader.read(body), viewer));
    }

    @PutMapping("/{id}")
    @Access(value = SourceRights.DEFINE, audit = "data-source.changed")
    ResponseEntity<SourceView> change(@PathVariable("id") UUID id, @RequestBody JsonNode body, IfMatch ifMatch) {
        return tagged(desk.change(id, reader.read(body), ifMatch));
    }

    /** {@code leave=true} removes it although what it left with others cannot be taken back. */
    @DeleteMapping("/{id}")
    @Access(value = SourceRights.DEFINE, audit = "data-source.removed")
    ResponseEntity<Void> remove(
            @PathVariable("id") UUID id, @RequestParam(defaultValue = "false") boolean leave, IfMatch ifMatch) {
        desk.remove(id, ifMatch, leave);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = SourceRights.DEFINE, audit = "data-source.run")
    Map<String, UUID> run(
            @PathVariable("id") UUID id,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(defaultValue = "false") boolean anyTime,
            Viewer viewer) {
        return Map.of("load", runs.run(id, whole, anyTime, viewer));
    }

    @PostMapping("/{id}/pause")
    @Access(value = SourceRights.DEFINE, audit = "data-source.paused")
    ResponseEntity<SourceView> pause(@PathVariable("id") UUID id) {
        return tagged(desk.pause(id, true));
    }

    @PostMapping("/{id}/resume")
    @Access(value = SourceRights.DEFINE, audit = "data-source.resumed")
    ResponseEntity<SourceView> resume(@PathVariable("id") UUID id) {
        return tagged(desk.pause(id, false));
    }

    @DeleteMapping("/{id}/mark")
    @Access(value = SourceRights.DEFINE, audit = "data-source.mark-forgotten")
    ResponseEntity<SourceView> forgetMark(@PathVariable("id") UUID id) {
        return tagged(desk.forgetMark(id));
    }

    private ResponseEntity<SourceView> tagged(Source source) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETags.of(source.version()))
                .body(views.view(source));
    }
}
