package org.chengshu.cases.duplicate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseItem;
import org.chengshu.cases.handling.CaseItems;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.geo.Position;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/v1")
final class DuplicateResource {
    private static final double WIDEST = 5_000;

    private final SimilarCases similar;
    private final CaseMerging merging;
    private final CaseStore store;
    private final CaseItems items;
    private final Areas areas;
    private final Clock clock;

    DuplicateResource(
            SimilarCases similar, CaseMerging merging, CaseStore store, CaseItems items, Areas areas, Clock clock) {
        this.similar = similar;
        this.merging = merging;
        this.store = store;
        this.items = items;
        this.areas = areas;
        this.clock = clock;
    }

    /** Open cases that may be the matter that somebody is about to report. The words come in the body, so no log has them. */
    @PostMapping("/similar-cases")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    Found ofReport(@RequestBody Question question, Viewer viewer) {
        return new Found(similar.find(
                new SimilarCases.Matter(
                        Optional.empty(),
                        question.kind(),
                        question.text().orElse(""),
                        question.position(),
                        question.area().flatMap(areas::find).map(Area::path),
                        clock.instant(),
                        radius(question.metres())),
                viewer));
    }

    @GetMapping("/cases/{id}/similar")
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    Found ofCase(@PathVariable UUID id, @RequestParam Optional<Double> metres, Viewer viewer) {
        CaseFile file = store.find(new CaseId(id), viewer.scope(CaseRights.READ))
                .orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id));
        return new Found(similar.find(SimilarCases.Matter.of(file, radius(metres)), viewer));
    }

    /** Puts the case aside as the same matter as {@code into}; answers that one. */
    @PostMapping("/cases/{id}/merge")
    @Access(value = CaseRights.DISPATCH, audit = "case.merged")
    CaseItem merge(@PathVariable UUID id, @RequestBody Wish wish, Viewer viewer) {
        UUID into = wish.into().orElseThrow(() -> new Fault(CaseError.CASE_MERGE_WRONG, "into is missing"));
        return item(merging.merge(new CaseId(id), new CaseId(into), wish.words(), viewer));
    }

    @PostMapping("/cases/{id}/unmerge")
    @Access(value = CaseRights.DISPATCH, audit = "case.unmerged")
    CaseItem unmerge(@PathVariable UUID id, @RequestBody Wish wish, Viewer viewer) {
        return item(merging.unmerge(new CaseId(id), wish.words(), viewer));
    }

    private CaseItem item(CaseFile file) {
        return items.of(file, clock.instant());
    }

    private static double radius(Optional<Double> metres) {
        double asked = metres.orElse(500d);
        if (!(asked >= 1 && asked <= WIDEST)) {
            throw new Fault(CaseError.CASE_FILTER_WRONG, "metres is 1 to 5000, not " + asked);
        }
        return asked;
    }

    record Question(
            Optional<String> kind,
            Optional<String> text,
            Optional<Position> position,
            Optional<String> area,
            Optional<Double> metres) {}

    record Wish(Optional<UUID> into, Optional<String> reason) {
        String words() {
            return reason.map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .orElseThrow(() -> new Fault(CaseError.CASE_REASON_MISSING, "reason is missing"));
        }
    }

    record Found(List<SimilarCases.Similar> items) {}
}
