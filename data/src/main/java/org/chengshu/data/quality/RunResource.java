package org.chengshu.data.quality;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.data.DataError;
import org.chengshu.data.Dataset;
import org.chengshu.data.Datasets;
import org.chengshu.data.rule.QualityRights;
import org.chengshu.data.rule.QualityRules;
import org.chengshu.data.rule.QualitySet;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/data/v1/quality")
class RunResource {
    private static final double MOST = 100;

    private final RunStore runs;
    private final QualityRules rules;
    private final RuleDesk desk;
    private final Datasets datasets;
    private final Jobs jobs;
    private final JobKind<QualityWork.Input> checking;

    RunResource(
            RunStore runs,
            QualityRules rules,
            RuleDesk desk,
            Datasets datasets,
            Jobs jobs,
            JobKind<QualityWork.Input> checking) {
        this.runs = runs;
        this.rules = rules;
        this.desk = desk;
        this.datasets = datasets;
        this.jobs = jobs;
        this.checking = checking;
    }

    @PostMapping("/datasets/{dataset}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = QualityRights.MANAGE, audit = "quality.run")
    JobView run(@PathVariable String dataset, Viewer viewer) {
        Dataset about = datasets.get(dataset);
        Text title =
                Text.of("质量检查：" + about.title().zh(), "Check: " + about.title().en());
        return jobs.queue(JobOrder.of(
                checking, title, new QualityWork.Input(Optional.of(dataset), Cause.HAND, Optional.empty()), viewer));
    }

    @GetMapping("/datasets/{dataset}")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = QualityRights.SAME_FOR_ALL)
    ResponseEntity<State> state(@PathVariable String dataset) {
        datasets.get(dataset);
        QualitySet set = rules.set(dataset);
        Optional<RunView> last = runs.last(dataset);
        List<ResultView> results = last.map(run -> runs.results(run.id())).orElseGet(List::of);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETags.of(set.version()))
                .body(new State(dataset, set.owner(), set.minimumScore(), set.pack(), last, results));
    }

    /** Who answers for the dataset, and the score that its loads must reach. */
    @PutMapping("/datasets/{dataset}")
    @Access(value = QualityRights.MANAGE, audit = "quality.gate-changed")
    ResponseEntity<QualitySet> set(@PathVariable String dataset, @RequestBody Gate gate, IfMatch ifMatch) {
        gate.minimumScore().filter(score -> score < 0 || score > MOST).ifPresent(score -> {
            throw new Fault(DataError.RULE_FAULTY, "minimumScore lies between 0 and 100, not " + score);
        });
        QualitySet set =
                desk.set(new QualitySet(dataset, gate.owner(), gate.minimumScore(), Optional.empty(), 1), ifMatch);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETags.of(set.version()))
                .body(set);
    }

    @GetMapping("/runs")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = QualityRights.SAME_FOR_ALL)
    CursorPage<RunView> list(@RequestParam Optional<String> dataset, Cursor cursor) {
        return runs.list(dataset, cursor);
    }

    @GetMapping("/runs/{id}")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = QualityRights.SAME_FOR_ALL)
    RunWithResults get(@PathVariable UUID id) {
        RunView run = runs.find(id).orElseThrow(() -> new Fault(org.chengshu.core.CoreError.NOT_FOUND, "no run " + id));
        return new RunWithResults(run, runs.results(id));
    }

    /** What a person says of a dataset. */
    record Gate(Optional<String> owner, Optional<Double> minimumScore) {}

    record RunWithResults(RunView run, List<ResultView> results) {}

    /** How a dataset stands. */
    record State(
            String dataset,
            Optional<String> owner,
            Optional<Double> minimumScore,
            Optional<String> pack,
            Optional<RunView> last,
            List<ResultView> results) {}
}
