package org.chengshu.cases.checklist;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.form.ChecklistItem;
import org.chengshu.cases.form.Checklists;
import org.chengshu.cases.handling.ActionRequest;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseCompanion;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Ticks the lists of cases, and holds back whoever would go on while something required is open. */
@Component
final class ChecklistDesk implements CaseCompanion {
    private static final Set<CaseAction> FORWARD =
            Set.of(CaseAction.ACCEPT, CaseAction.FILE, CaseAction.DISPATCH, CaseAction.HANDLED, CaseAction.CLOSE);

    private final DSLContext db;
    private final CaseStore store;
    private final Checklists lists;
    private final Transactions transactions;
    private final Clock clock;

    ChecklistDesk(DSLContext db, CaseStore store, Checklists lists, Transactions transactions, Clock clock) {
        this.db = db;
        this.store = store;
        this.lists = lists;
        this.transactions = transactions;
        this.clock = clock;
    }

    record Tick(String item, boolean done, Optional<String> note) {}

    ChecklistPage get(CaseId id, Viewer viewer) {
        CaseFile file = store.find(id, viewer.scope(CaseRights.READ))
                .orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id));
        return page(file, viewer);
    }

    /** By whoever works on the case; only things of the stage that it is in. */
    ChecklistPage tick(CaseId id, Tick tick, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.READ));
            CaseRights.requireWork(file, viewer);
            insert(file, require(file, tick.item()), tick, viewer);
            return page(file, viewer);
        });
    }

    private ChecklistItem require(CaseFile file, String id) {
        if (file.closed()) {
            throw new Fault(CaseError.CASE_ALREADY_CLOSED, file.number() + " is closed");
        }
        Map<String, List<ChecklistItem>> all = lists.of(file.kind());
        return all.getOrDefault(file.stage().name(), List.of()).stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        CaseError.CASE_CHECKLIST_WRONG,
                        "the list of stage " + file.stage() + " of kind " + file.kind() + " has no item " + id));
    }

    private void insert(CaseFile file, ChecklistItem item, Tick tick, Viewer viewer) {
        db.execute(
                """
                insert into cs_cases.checklist_mark (
                    case_id, stage, item, words_zh, words_en, done, at, person_id, person, note)
                values (?, ?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?, ?)
                """,
                file.id().value(),
                file.stage().name(),
                item.id(),
                item.words().zh(),
                item.words().en(),
                tick.done(),
                clock.instant(),
                viewer.accountId(),
                viewer.displayName(),
                tick.note().orElse(null));
    }

    private ChecklistPage page(CaseFile file, Viewer viewer) {
        List<ChecklistPage.Section> sections = sections(file);
        return new ChecklistPage(
                ChecklistRules.open(sections).size(), !file.closed() && CaseRights.worksOn(file, viewer), sections);
    }

    private List<ChecklistPage.Section> sections(CaseFile file) {
        Map<String, List<ChecklistItem>> all = lists.of(file.kind());
        return all.isEmpty() ? List.of() : ChecklistRules.sections(file, all, marks(file.id()));
    }

    private List<ChecklistMark> marks(CaseId id) {
        return db.fetch("select * from cs_cases.checklist_mark where case_id = ? order by seq", id.value())
                .map(row -> new ChecklistMark(
                        row.get("stage", String.class),
                        row.get("item", String.class),
                        row.get("done", Boolean.class),
                        row.get("at", OffsetDateTime.class).toInstant(),
                        row.get("person", String.class),
                        Optional.ofNullable(row.get("note", String.class))));
    }

    @Override
    public Optional<Fault> objects(CaseFile file, ActionRequest request, Viewer viewer) {
        if (!FORWARD.contains(request.action())) {
            return Optional.empty();
        }
        List<ChecklistPage.Line> open = ChecklistRules.open(sections(file));
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault(
                        CaseError.CASE_CHECKLIST_OPEN,
                        open.stream()
                                .map(line ->
                                        line.words().zh() + " (" + line.words().en() + ")")
                                .collect(Collectors.joining("; "))));
    }
}
