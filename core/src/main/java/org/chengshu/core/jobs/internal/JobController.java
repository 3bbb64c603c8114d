package org.chengshu.core.jobs.internal;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.jobs.JobView;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People see the jobs they started; with the right to, everybody's. */
@RestController
@RequestMapping("/api/core/v1/jobs")
class JobController {
    private final LongJobs jobs;
    private final JobStore store;

    JobController(LongJobs jobs, JobStore store) {
        this.jobs = jobs;
        this.store = store;
    }

    @GetMapping
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED)
    CursorPage<JobView> list(Viewer viewer, Cursor cursor) {
        Optional<UUID> only = viewer.may(JobConfiguration.SEE_ALL) ? Optional.empty() : Optional.of(viewer.accountId());
        return store.list(only, cursor);
    }

    @GetMapping("/{id}")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED)
    JobView get(@PathVariable("id") UUID id, Viewer viewer) {
        return jobs.find(id)
                .filter(job ->
                        viewer.may(JobConfiguration.SEE_ALL) || job.startedBy().equals(viewer.accountId()))
                .orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "job " + id));
    }

    @PostMapping("/{id}/cancel")
    @Access(value = Access.SIGNED_IN, audit = "job.cancelled")
    JobView cancel(@PathVariable("id") UUID id, Viewer viewer) {
        JobView job = get(id, viewer);
        if (!jobs.cancel(id)) {
            throw new Fault(
                    CoreError.CONFLICT,
                    "job " + id + " has already ended: " + job.state().word());
        }
        return get(id, viewer);
    }
}
