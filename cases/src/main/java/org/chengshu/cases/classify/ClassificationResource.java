package org.chengshu.cases.classify;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a case is, and saying that it is something else. */
@RestController
@RequestMapping("/api/cases/v1/cases/{id}/classification")
final class ClassificationResource {
    private final CaseClassifying classifying;

    ClassificationResource(CaseClassifying classifying) {
        this.classifying = classifying;
    }

    @GetMapping
    @Access(value = CaseRights.READ, audit = Access.NOT_AUDITED)
    ResponseEntity<Classification> get(@PathVariable UUID id, Viewer viewer) {
        return tagged(classifying.get(new CaseId(id), viewer));
    }

    @PutMapping
    @Access(value = CaseRights.READ, audit = "case.classified")
    ResponseEntity<Classification> change(
            @PathVariable UUID id,
            @RequestBody ClassificationChange change,
            IfMatch ifMatch,
            Viewer viewer,
            HttpServletRequest http) {
        AuditNotes notes = AuditNotes.of(http);
        change.kind().ifPresent(kind -> notes.add("kind", kind));
        change.category().ifPresent(category -> notes.add("category", category));
        return tagged(classifying.change(new CaseId(id), change, ifMatch, viewer));
    }

    private static ResponseEntity<Classification> tagged(CaseClassifying.Told told) {
        return ResponseEntity.ok().eTag(ETags.of(told.version())).body(told.classification());
    }
}
