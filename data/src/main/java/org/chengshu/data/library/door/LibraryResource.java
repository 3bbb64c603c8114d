package org.chengshu.data.library.door;

import static org.chengshu.data.library.door.LibraryRights.DEFINE;
import static org.chengshu.data.library.door.LibraryRights.READ;

import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.jobs.JobView;
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
@RequestMapping("/api/data/v1/libraries")
final class LibraryResource {
    private final LibraryDesk desk;

    LibraryResource(LibraryDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CursorPage<LibraryView> list() {
        return new CursorPage<>(desk.list(), Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    ResponseEntity<LibraryView> get(@PathVariable String id) {
        return tagged(desk.get(id));
    }

    @PutMapping("/{id}")
    @Access(value = DEFINE, audit = "library.changed")
    ResponseEntity<LibraryView> put(@PathVariable String id, @RequestBody JsonNode body, IfMatch ifMatch) {
        return tagged(desk.put(id, body, ifMatch));
    }

    @DeleteMapping("/{id}")
    @Access(value = DEFINE, audit = "library.removed")
    ResponseEntity<Void> remove(@PathVariable String id, IfMatch ifMatch) {
        desk.remove(id, ifMatch);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/sources")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CursorPage<LibraryView.Source> sources(@PathVariable String id) {
        return new CursorPage<>(desk.get(id).sources(), Optional.empty());
    }

    @PutMapping("/{id}/sources/{source}")
    @Access(value = DEFINE, audit = "library-source.changed")
    ResponseEntity<LibraryView.Source> putSource(
            @PathVariable String id, @PathVariable String source, @RequestBody JsonNode body, IfMatch ifMatch) {
        LibraryView.Source put = desk.putSource(id, source, body, ifMatch);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETags.of(put.version()))
                .body(put);
    }

    @DeleteMapping("/{id}/sources/{source}")
    @Access(value = DEFINE, audit = "library-source.removed")
    ResponseEntity<Void> removeSource(@PathVariable String id, @PathVariable String source, IfMatch ifMatch) {
        desk.removeSource(id, source, ifMatch);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/builds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = DEFINE, audit = "library.build-started")
    JobView build(@PathVariable String id, @RequestParam(defaultValue = "false") boolean whole, Viewer viewer) {
        return desk.build(id, whole, viewer);
    }

    private static ResponseEntity<LibraryView> tagged(LibraryView view) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETags.of(view.version()))
                .body(view);
    }
}
