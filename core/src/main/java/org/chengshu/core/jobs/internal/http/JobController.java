package org.chengshu.core.jobs.internal.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.jobs.JobState;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.internal.run.JobFilter;
import org.chengshu.core.jobs.internal.run.JobReader;
import org.chengshu.core.jobs.internal.run.Kinds;
import org.chengshu.core.jobs.internal.run.LongJobs;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People see the jobs they started; with the right to, everybody's. */
@RestController
class JobController {
    static final String SEE_ALL = "core:jobs";
    private static final String JOBS = "/api/core/v1/jobs";
    private static final int LINES = 500;

    private final LongJobs jobs;
    private final JobReader reader;
    private final Kinds kinds;

    JobController(LongJobs jobs, JobReader reader, Kinds kinds) {
        this.jobs = jobs;
        this.reader = reader;
        this.kinds = kinds;
    }

    @GetMapping(JOBS)
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    CursorPage<JobView> list(
            @RequestParam(name = "state", required = false) List<String> states,
            @RequestParam(name = "kind") Optional<String> kind,
            @RequestParam(name = "mine", defaultValue = "false") boolean mine,
            Viewer viewer,
            Cursor cursor) {
        boolean own = mine || !viewer.may(SEE_ALL);
        List<JobState> asked = states == null
                ? List.of()
                : states.stream().flatMap(word -> states(word).stream()).toList();
        return reader.list(
                new JobFilter(asked, kind, own ? Optional.of(viewer.accountId()) : Optional.empty()), cursor);
    }

    private static List<JobState> states(String word) {
        if (word.equals("open")) {
            return List.of(JobState.QUEUED, JobState.RUNNING);
        }
        try {
            return List.of(JobState.ofWord(word));
        } catch (IllegalArgumentException e) {
            throw new Fault(
                    CoreError.BAD_REQUEST,
                    "state must be open, queued, running, done, failed, interrupted or cancelled, not " + word,
                    e);
        }
    }

    @GetMapping(JOBS + "/{id}")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    JobPage get(@PathVariable("id") UUID id, Viewer viewer) {
        return new JobPage(seen(id, viewer), reader.history(id));
    }

    @GetMapping(JOBS + "/{id}/log")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    Map<String, List<JobReader.JobLine>> log(
            @PathVariable("id") UUID id, @RequestParam(name = "after", defaultValue = "0") int after, Viewer viewer) {
        seen(id, viewer);
        return Map.of("items", reader.log(id, after, LINES));
    }

    @PostMapping(JOBS + "/{id}/cancel")
    @Access(value = Access.SIGNED_IN, audit = "job.cancelled", reach = Access.Reach.OWN)
    JobView cancel(@PathVariable("id") UUID id, Viewer viewer) {
        JobView job = seen(id, viewer);
        if (!jobs.cancel(id)) {
            throw new Fault(
                    CoreError.CONFLICT,
                    "job " + id + " has already ended: " + job.state().word());
        }
        return seen(id, viewer);
    }

    @PostMapping(JOBS + "/{id}/retry")
    @Access(value = Access.SIGNED_IN, audit = "job.retried", reach = Access.Reach.OWN)
    JobView retry(@PathVariable("id") UUID id, Viewer viewer) {
        seen(id, viewer);
        return jobs.retry(id);
    }

    @GetMapping("/api/core/v1/job-kinds")
    @Access(value = SEE_ALL, audit = Access.NOT_AUDITED)
    Map<String, List<KindView>> kinds() {
        Map<String, Map<String, Integer>> counts = reader.counts();
        return Map.of(
                "items",
                kinds.all().stream()
                        .map(kind -> KindView.of(kind, counts.getOrDefault(kind.name(), Map.of())))
                        .toList());
    }

    private JobView seen(UUID id, Viewer viewer) {
        return jobs.find(id)
                .filter(job -> viewer.may(SEE_ALL) || job.startedBy().equals(viewer.accountId()))
                .orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "job " + id));
    }
}
