package org.chengshu.data.personal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.crypto.Masking;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.data.DataError;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standards;
import org.chengshu.data.standard.element.Element;
import org.chengshu.data.standard.element.Elements;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases one person by one of their numbers. The number lives in memory only: it is in no queue, log, audit or certificate,
 * so an erasure whose node stops is interrupted and asked for again; doing it twice changes nothing more.
 */
@Component
class Erasures {
    static final String STAND = "erased-";
    private static final int LONGEST_REASON = 1_000;

    private final RowTraces rows;
    private final SideTraces beside;
    private final ErasureStore store;
    private final Elements elements;
    private final Standards standards;
    private final Jobs jobs;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;
    private final JsonMapper json;

    Erasures(
            RowTraces rows,
            SideTraces beside,
            ErasureStore store,
            Elements elements,
            Standards standards,
            Jobs jobs,
            Audit audit,
            Transactions transactions,
            Clock clock,
            JsonMapper json) {
        this.rows = rows;
        this.beside = beside;
        this.store = store;
        this.elements = elements;
        this.standards = standards;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    /** What there is of the person; changes nothing. */
    ErasureStore.Kept find(String element, String value) {
        ErasedPerson person = person(element, value, STAND);
        RowTraces.Found inRows = rows.find(person);
        List<PersonTrace> found = new ArrayList<>(inRows.traces());
        found.addAll(beside.find(person, places(found), inRows.members()));
        return new ErasureStore.Kept(found, rows.notSearched(element));
    }

    ErasureView begin(String element, String value, String reason, Viewer viewer) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Fault(DataError.ERASURE_FAULTY, "reason: say why, in at most " + LONGEST_REASON + " characters");
        }
        UUID id = Ids.at(clock.instant());
        ErasedPerson person = person(element, value, STAND + id.toString().substring(24));
        transactions.run(() -> store.begin(id, element, Masking.general(value.strip()), reason, viewer));
        JobView job = jobs.start(
                "data.erase-person",
                Text.of("删除个人信息", "Erase a person"),
                viewer,
                progress -> run(id, person, viewer, progress));
        store.ofJob(id, job.id());
        return get(id);
    }

    ErasureView get(UUID id) {
        return store.find(id).orElseThrow(() -> new Fault(DataError.ERASURE_NOT_FOUND, "there is no erasure " + id));
    }

    private JsonNode run(UUID id, ErasedPerson person, Viewer viewer, JobProgress progress) {
        List<PersonTrace> done = new ArrayList<>();
        try {
            progress.at(0, 2, Text.of("数据资源的行", "Rows of datasets"));
            RowTraces.Found inRows = rows.erase(person);
            done.addAll(inRows.traces());
            progress.at(1, 2, Text.of("拒收、证据、画像、基础库、文件", "Refused rows, evidence, profiles, libraries, files"));
            done.addAll(beside.erase(person, places(done), inRows.members()));
            ended(id, "done", done, person, Optional.empty(), viewer);
            return json.valueToTree(Map.of("erasure", id));
        } catch (RuntimeException e) {
            ended(
                    id,
                    "failed",
                    done,
                    person,
                    Optional.of(String.valueOf(e.getClass().getSimpleName())),
                    viewer);
            throw e;
        }
    }

    private void ended(
            UUID id, String state, List<PersonTrace> done, ErasedPerson person, Optional<String> error, Viewer viewer) {
        transactions.run(() -> {
            store.end(id, state, new ErasureStore.Kept(done, rows.notSearched(person.element())), error);
            audit.record(AuditEntry.done(
                    Optional.of(viewer.accountId()),
                    viewer.name(),
                    state.equals("done") ? "person.erased" : "person.erasure-failed",
                    Map.of(
                            "erasure", id.toString(),
                            "element", person.element(),
                            "rows",
                                    String.valueOf(done.stream()
                                            .mapToLong(PersonTrace::rows)
                                            .sum()))));
        });
    }

    private ErasedPerson person(String element, String value, String stand) {
        Element known = elements.find(element)
                .orElseThrow(() -> new Fault(DataError.ERASURE_FAULTY, "element: there is no data element " + element));
        Standardised made = standards.get("element:code=" + known.id()).apply(value);
        if (!(made instanceof Standardised.Value canonical)) {
            String why = made instanceof Standardised.Problem problem
                    ? problem.reason().en()
                    : "it is empty";
            throw new Fault(DataError.ERASURE_FAULTY, "value: not a value of " + element + ": " + why);
        }
        return ErasedPerson.of(element, value, canonical.text(), stand);
    }

    private static Set<String> places(List<PersonTrace> traces) {
        return traces.stream().map(PersonTrace::place).collect(Collectors.toCollection(TreeSet::new));
    }
}
