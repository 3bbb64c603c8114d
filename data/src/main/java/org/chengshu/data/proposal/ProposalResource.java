package org.chengshu.data.proposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.data.Dataset;
import org.chengshu.data.Datasets;
import org.chengshu.data.rule.QualityRights;
import org.chengshu.kernel.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/data/v1")
class ProposalResource {
    private final ProposalDesk desk;
    private final ProposalStore store;
    private final Datasets datasets;
    private final Jobs jobs;
    private final JobKind<ProposalJobs.Input> profiling;

    ProposalResource(
            ProposalDesk desk,
            ProposalStore store,
            Datasets datasets,
            Jobs jobs,
            JobKind<ProposalJobs.Input> profiling) {
        this.desk = desk;
        this.store = store;
        this.datasets = datasets;
        this.jobs = jobs;
        this.profiling = profiling;
    }

    @PostMapping("/datasets/{id}/profile")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = QualityRights.MANAGE, audit = "data.profiled")
    JobView profile(@PathVariable String id, Viewer viewer) {
        Dataset dataset = datasets.get(id);
        Text title = Text.of(
                "画像：" + dataset.title().zh(), "Profile: " + dataset.title().en());
        return jobs.queue(JobOrder.of(profiling, title, new ProposalJobs.Input(id, Optional.empty()), viewer));
    }

    @GetMapping("/quality/proposals")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = QualityRights.SAME_FOR_ALL)
    CursorPage<Proposal> list(
            @RequestParam Optional<String> dataset, @RequestParam(defaultValue = "open") String state, Viewer viewer) {
        boolean whole = viewer.scope(Datasets.READ).isEverywhere();
        List<Proposal> all = whole ? store.list(dataset, state) : List.of();
        return new CursorPage<>(all, Optional.empty());
    }

    @PostMapping("/quality/proposals/{id}/accept")
    @Access(value = QualityRights.MANAGE, audit = "quality-proposal.accepted")
    Accepted accept(@PathVariable UUID id, @RequestBody(required = false) JsonNode changes, Viewer viewer) {
        JsonNode wanted = changes == null ? JsonMapper.shared().createObjectNode() : changes;
        return new Accepted(desk.accept(id, wanted, viewer).id());
    }

    @PostMapping("/quality/proposals/{id}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = QualityRights.MANAGE, audit = "quality-proposal.dismissed")
    void dismiss(@PathVariable UUID id, Viewer viewer) {
        desk.dismiss(id, viewer);
    }

    /** The rule that was made. */
    record Accepted(String rule) {}
}
