package org.chengshu.core.audit.internal.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.audit.internal.chain.Export;
import org.chengshu.core.audit.internal.chain.Period;
import org.chengshu.core.audit.internal.chain.Verification;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ChainResource {
    private final Verification verification;
    private final Export export;
    private final Jobs jobs;
    private final JsonMapper json;

    ChainResource(Verification verification, Export export, Jobs jobs, JsonMapper json) {
        this.verification = verification;
        this.export = export;
        this.jobs = jobs;
        this.json = json;
    }

    /** Which part to verify; neither end given means all of it. */
    record Asked(Optional<Instant> from, Optional<Instant> to) {}

    /** The job that verifies; its result tells what was found. */
    record Started(UUID job) {}

    @PostMapping("/api/core/v1/audit/verify")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = AuditPermissions.READ, audit = "audit.verified")
    Started verify(@RequestBody Asked asked, Viewer viewer) {
        AuditPermissions.requireWholeCity(viewer, AuditPermissions.READ);
        Period period = period(asked.from(), asked.to());
        return new Started(jobs.start(
                        "core.audit-verify",
                        Text.of("核验审计链", "Verify the audit's chain"),
                        viewer,
                        progress -> json.valueToTree(verification.run(period, progress)))
                .id());
    }

    @GetMapping(value = "/api/core/v1/audit/export", produces = "application/gzip")
    @Access(value = AuditPermissions.EXPORT, audit = "audit.exported")
    void export(
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AuditPermissions.requireWholeCity(viewer, AuditPermissions.EXPORT);
        Period period = period(from, to);
        from.ifPresent(since -> AuditNotes.of(request).add("from", since.toString()));
        to.ifPresent(until -> AuditNotes.of(request).add("to", until.toString()));
        response.setContentType("application/gzip");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.ndjson.gz\"");
        long entries = export.write(period, response.getOutputStream());
        AuditNotes.of(request).add("entries", String.valueOf(entries));
    }

    private static Period period(Optional<Instant> from, Optional<Instant> to) {
        try {
            return Period.of(from, to);
        } catch (IllegalArgumentException e) {
            throw new Fault(CoreError.BAD_REQUEST, e.getMessage(), e);
        }
    }
}
