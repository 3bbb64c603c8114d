package org.chengshu.cases.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.category.CategoryTrees;
import org.chengshu.cases.classify.CaseClassifying;
import org.chengshu.cases.classify.ClassificationChange;
import org.chengshu.cases.handling.ActionRequest;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseDesk;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** Does one thing to many cases, each in a transaction and by rights of its own: what is refused leaves the others done. */
@Component
final class CaseBatch {
    private final CaseDesk desk;
    private final CaseStore store;
    private final CaseAssigning assigning;
    private final CaseClassifying classifying;
    private final Organisations organisations;
    private final CategoryTrees categories;

    CaseBatch(
            CaseDesk desk,
            CaseStore store,
            CaseAssigning assigning,
            CaseClassifying classifying,
            Organisations organisations,
            CategoryTrees categories) {
        this.desk = desk;
        this.store = store;
        this.assigning = assigning;
        this.classifying = classifying;
        this.organisations = organisations;
        this.categories = categories;
    }

    BatchOutcome carryOut(BatchOrder order, Viewer viewer) {
        check(order);
        List<BatchOutcome.Line> lines = new ArrayList<>();
        for (UUID id : order.ids()) {
            lines.add(one(new CaseId(id), order, viewer));
        }
        return BatchOutcome.of(lines);
    }

    // What would be refused for every case is refused for all at once.
    private void check(BatchOrder order) {
        order.department().filter(code -> organisations.find(code).isEmpty()).ifPresent(code -> {
            throw BatchOrder.wrong("there is no organisation " + code);
        });
        order.category()
                .filter(code -> !code.isEmpty() && categories.findInUse(code).isEmpty())
                .ifPresent(code -> {
                    throw BatchOrder.wrong("no tree has the category " + code);
                });
    }

    private BatchOutcome.Line one(CaseId id, BatchOrder order, Viewer viewer) {
        try {
            CaseFile done = deed(id, order, viewer);
            return new BatchOutcome.Line(
                    id.value(),
                    Optional.of(done.number()),
                    true,
                    Optional.of(done.stage().name()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        } catch (Fault fault) {
            Optional<String> number =
                    store.find(id, viewer.scope(CaseRights.READ)).map(CaseFile::number);
            return BatchOutcome.Line.refused(id.value(), number, fault);
        }
    }

    private CaseFile deed(CaseId id, BatchOrder order, Viewer viewer) {
        return switch (order.deed()) {
            case ACCEPT -> act(id, CaseAction.ACCEPT, order, viewer);
            case FILE -> act(id, CaseAction.FILE, order, viewer);
            case DISPATCH -> act(id, CaseAction.DISPATCH, order, viewer);
            case NOTE -> act(id, CaseAction.NOTE, order, viewer);
            case ASSIGN -> assigning.assign(id, order.person().orElseThrow(), order.note(), viewer);
            case CATEGORISE ->
                classifying.change(
                        id, ClassificationChange.ofCategory(order.category().orElseThrow(), order.note()), viewer);
        };
    }

    private CaseFile act(CaseId id, CaseAction action, BatchOrder order, Viewer viewer) {
        return desk.act(
                id, new ActionRequest(action, order.note(), order.department(), Optional.empty(), false), viewer);
    }
}
