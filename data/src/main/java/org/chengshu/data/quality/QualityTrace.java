package org.chengshu.data.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.spi.TraceSource;
import org.chengshu.data.DataFinding;
import org.chengshu.data.Datasets;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** The chain's link from a run of quality rules to the finding that it raised. */
@Component
final class QualityTrace implements TraceSource {
    private static final String FINDING = "finding";
    private static final String RUN = "quality-run";

    private final FindingStore findings;
    private final RunStore runs;

    QualityTrace(FindingStore findings, RunStore runs) {
        this.findings = findings;
        this.runs = runs;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(FINDING, RUN);
    }

    @Override
    public Optional<TraceNode> find(TraceRef ref, Viewer viewer) {
        return id(ref, viewer)
                .flatMap(id -> ref.kind().equals(FINDING)
                        ? findings.find(id).map(finding -> node(ref, finding))
                        : runs.find(id).map(run -> node(ref, run)));
    }

    @Override
    public List<TraceLink> links(TraceRef ref, Viewer viewer) {
        List<TraceLink> links = new ArrayList<>();
        id(ref, viewer).ifPresent(id -> {
            if (ref.kind().equals(FINDING)) {
                findings.raisingRuns(id).forEach(run -> links.add(raised(run, id)));
            } else {
                findings.raisedBy(id).forEach(finding -> links.add(raised(id, finding)));
            }
        });
        return links;
    }

    private static TraceLink raised(UUID run, UUID finding) {
        return new TraceLink(TraceRef.of(RUN, run.toString()), TraceRef.of(FINDING, finding.toString()), "raised");
    }

    private static TraceNode node(TraceRef ref, DataFinding finding) {
        String dataset = finding.dataset();
        return new TraceNode(
                ref,
                Text.of(
                        dataset + "：" + finding.title().zh(),
                        dataset + ": " + finding.title().en()),
                Optional.of(finding.raisedAt()),
                Optional.of("/data/quality/findings/" + finding.id()));
    }

    private static TraceNode node(TraceRef ref, RunView run) {
        return new TraceNode(
                ref,
                Text.of("质量检查：" + run.dataset(), "Quality run: " + run.dataset()),
                Optional.of(run.endedAt()),
                Optional.of("/data/" + run.dataset() + "?tab=quality"));
    }

    private static Optional<UUID> id(TraceRef ref, Viewer viewer) {
        if (!viewer.may(Datasets.READ) || !Set.of(FINDING, RUN).contains(ref.kind())) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(ref.id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
