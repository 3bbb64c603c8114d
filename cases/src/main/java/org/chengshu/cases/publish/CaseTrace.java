package org.chengshu.cases.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.alarm.AlarmId;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.alarms.CaseAlarms;
import org.chengshu.cases.alarms.JoinedAlarm;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.verify.Closure;
import org.chengshu.cases.verify.Evidence;
import org.chengshu.cases.verify.EvidenceStore;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.spi.TraceSource;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** The chain's middle: an alarm opens a case, the case is proved by evidence, the evidence closes it. */
@Component
final class CaseTrace implements TraceSource {
    private static final String ALARM = "alarm";
    private static final String CASE = "case";
    private static final String EVIDENCE = "evidence";
    private static final String CLOSURE = "closure";

    private final CaseStore store;
    private final CaseAlarms joined;
    private final EvidenceStore evidences;

    CaseTrace(CaseStore store, CaseAlarms joined, EvidenceStore evidences) {
        this.store = store;
        this.joined = joined;
        this.evidences = evidences;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CASE, EVIDENCE, CLOSURE);
    }

    @Override
    public Optional<TraceNode> find(TraceRef ref, Viewer viewer) {
        return file(ref, viewer).flatMap(file -> switch (ref.kind()) {
            case CASE -> Optional.of(node(ref, file, file.title(), file.openedAt()));
            case EVIDENCE ->
                evidences.evidences(file.id()).stream()
                        .filter(evidence -> evidence.id().toString().equals(ref.id()))
                        .map(evidence -> node(ref, file, Text.of("核查证据", "Evidence"), evidence.recordedAt()))
                        .findFirst();
            case CLOSURE ->
                evidences.closures(file.id()).stream()
                        .filter(closure -> closure.id().toString().equals(ref.id()))
                        .map(closure -> node(ref, file, title(closure), closure.closedAt()))
                        .findFirst();
            default -> Optional.empty();
        });
    }

    @Override
    public List<TraceLink> links(TraceRef ref, Viewer viewer) {
        return file(ref, viewer).map(file -> links(file, ref)).orElseGet(List::of);
    }

    private List<TraceLink> links(CaseFile file, TraceRef about) {
        TraceRef self = TraceRef.of(CASE, file.id().toString());
        List<TraceLink> links = new ArrayList<>();
        String relation = "opened";
        for (JoinedAlarm alarm : joined.list(file.id())) {
            links.add(new TraceLink(TraceRef.of(ALARM, alarm.id().toString()), self, relation));
            relation = "joined";
        }
        for (Evidence evidence : evidences.evidences(file.id())) {
            links.add(new TraceLink(self, TraceRef.of(EVIDENCE, evidence.id().toString()), "proved-by"));
        }
        for (Closure closure : evidences.closures(file.id())) {
            TraceRef closed = TraceRef.of(CLOSURE, closure.id().toString());
            if (closure.run().isPresent()) {
                continue;
            }
            TraceRef from = closure.evidence()
                    .map(id -> TraceRef.of(EVIDENCE, id.toString()))
                    .orElse(self);
            links.add(new TraceLink(from, closed, "closed"));
        }
        links.removeIf(link -> !link.from().equals(about) && !link.to().equals(about));
        return links;
    }

    private Optional<CaseFile> file(TraceRef ref, Viewer viewer) {
        if (!viewer.may(CaseRights.READ)) {
            return Optional.empty();
        }
        return id(ref).flatMap(id -> switch (ref.kind()) {
                    case CASE -> Optional.of(new CaseId(id));
                    case ALARM -> joined.caseOf(new AlarmId(id));
                    case EVIDENCE, CLOSURE -> evidences.caseOf(id);
                    default -> Optional.<CaseId>empty();
                })
                .flatMap(id -> store.find(id, viewer.scope(CaseRights.READ)));
    }

    private static Optional<UUID> id(TraceRef ref) {
        try {
            return Set.of(ALARM, CASE, EVIDENCE, CLOSURE).contains(ref.kind())
                    ? Optional.of(UUID.fromString(ref.id()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static TraceNode node(TraceRef ref, CaseFile file, Text title, Instant time) {
        Text full = Text.of(file.number() + " " + title.zh(), file.number() + " " + title.en());
        return new TraceNode(ref, full, Optional.of(time), Optional.of("/cases/" + file.id()));
    }

    private static Text title(Closure closure) {
        return switch (closure.closedBy()) {
            case "sensor" -> Text.of("传感器核查结案", "Closed by the sensor");
            case "run" -> Text.of("质量检查通过结案", "Closed by a quality run");
            default -> Text.of("人工结案", "Closed by an officer");
        };
    }
}
