package org.chengshu.core.packs.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.packs.Applied;
import org.chengshu.core.packs.ApplyOrder;
import org.chengshu.core.packs.PackDiff;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.PackRevision;
import org.chengshu.core.packs.PackZip;
import org.chengshu.core.packs.Packs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a pack was, and going back to it. */
@RestController
@RequestMapping("/api/core/v1/packs/{id}")
class PackHistoryController {
    private static final String PACKS = PackController.PACKS;

    private final Packs packs;

    PackHistoryController(Packs packs) {
        this.packs = packs;
    }

    @GetMapping("/history")
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    CursorPage<PackRevision> history(@PathVariable("id") String id) {
        return new CursorPage<>(packs.history(id), Optional.empty());
    }

    @GetMapping("/files")
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    Files files(@PathVariable("id") String id, @RequestParam(name = "revision") Optional<Integer> revision) {
        PackFiles files = revision.map(number -> packs.files(id, number)).orElseGet(() -> packs.files(id));
        return new Files(files.pathToText());
    }

    /** The files in one: what is downloaded here is what was applied, to the byte. */
    @GetMapping(path = "/export", produces = "application/zip")
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    ResponseEntity<byte[]> export(
            @PathVariable("id") String id, @RequestParam(name = "revision") Optional<Integer> revision) {
        PackFiles files = revision.map(number -> packs.files(id, number)).orElseGet(() -> packs.files(id));
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"" + id + ".zip\"")
                .body(PackZip.write(id, files));
    }

    @GetMapping("/history/{revision}/diff")
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    PackDiff diff(@PathVariable("id") String id, @PathVariable("revision") int revision) {
        return packs.diff(packs.files(id, revision));
    }

    /** Who goes back to a revision means its version, lower or not. */
    @PostMapping("/history/{revision}/apply")
    @Access(value = PACKS, audit = "pack.applied")
    Applied apply(
            @PathVariable("id") String id,
            @PathVariable("revision") int revision,
            @RequestBody(required = false) Optional<Order> order,
            Viewer viewer,
            HttpServletRequest request) {
        Optional<String> fingerprint = order.flatMap(Order::fingerprint);
        Applied applied = packs.apply(packs.files(id, revision), new ApplyOrder(fingerprint, true), viewer);
        PackController.note(request, applied);
        return applied;
    }

    record Order(Optional<String> fingerprint) {}

    record Files(Map<String, String> files) {}
}
