package org.chengshu.cases.classify;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.category.Category;
import org.chengshu.cases.category.CategoryNames;
import org.chengshu.cases.category.CategoryTrees;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseItems;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.IfMatch;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** Says of a case what it is: its category at any time while it is open, its kind until it is dispatched. */
@Component
public final class CaseClassifying {
    private static final Set<Stage> BEFORE_WORK =
            Set.of(CityCase.REPORT, CityCase.ACCEPT, CityCase.FILE, CityCase.DISPATCH);

    private final CaseStore store;
    private final CaseMover mover;
    private final CaseKinds kinds;
    private final CaseItems items;
    private final CategoryTrees trees;
    private final CategoryNames names;
    private final Timeline timeline;
    private final Transactions transactions;
    private final Clock clock;

    CaseClassifying(
            CaseStore store,
            CaseMover mover,
            CaseKinds kinds,
            CaseItems items,
            CategoryTrees trees,
            CategoryNames names,
            Timeline timeline,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.mover = mover;
        this.kinds = kinds;
        this.items = items;
        this.trees = trees;
        this.names = names;
        this.timeline = timeline;
        this.transactions = transactions;
        this.clock = clock;
    }

    record Told(long version, Classification classification) {}

    Told get(CaseId id, Viewer viewer) {
        CaseFile file = store.find(id, viewer.scope(CaseRights.READ))
                .orElseThrow(() -> new Fault(CaseError.CASE_UNKNOWN, "no case " + id));
        return told(file, viewer);
    }

    Told change(CaseId id, ClassificationChange change, IfMatch ifMatch, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.READ));
            CaseRights.requireWork(file, viewer);
            ifMatch.require(timeline.version(id));
            return told(changed(file, change, viewer), viewer);
        });
    }

    /** As {@link #change} whatever the case was before, in a transaction of its own. */
    public CaseFile change(CaseId id, ClassificationChange change, Viewer viewer) {
        return transactions.call(() -> {
            CaseFile file = store.lock(id, viewer.scope(CaseRights.READ));
            CaseRights.requireWork(file, viewer);
            return changed(file, change, viewer);
        });
    }

    private CaseFile changed(CaseFile file, ClassificationChange change, Viewer viewer) {
        if (file.closed()) {
            throw new Fault(CaseError.CASE_ALREADY_CLOSED, file.number() + " is closed");
        }
        Optional<CaseKind> kind =
                change.kind().filter(id -> !id.equals(file.kind())).map(id -> requireKind(file, id, viewer));
        Optional<Category> category =
                change.category().filter(code -> !code.isEmpty()).map(code -> requireCategory(file, code));
        boolean other =
                change.category().isPresent() && !category.map(Category::code).equals(file.category());
        if ((kind.isPresent() || (other && file.category().isPresent()))
                && change.reason().isEmpty()) {
            throw new Fault(CaseError.CASE_REASON_MISSING, "say why " + file.number() + " is something else");
        }
        CaseFile now = kind.map(to -> becomes(file, to, change, viewer)).orElse(file);
        if (other) {
            now = mover.categorise(now, category.map(Category::code), categorising(file, category, change, viewer));
        }
        boolean waits = (kind.isPresent() || other) && BEFORE_WORK.contains(now.stage());
        return waits
                ? mover.advance(now, kinds.get(now.kind()), clock.instant(), category.flatMap(Category::department))
                : now;
    }

    private CaseKind requireKind(CaseFile file, String id, Viewer viewer) {
        CaseRights.requireDispatch(file, viewer);
        if (!BEFORE_WORK.contains(file.stage())) {
            throw new Fault(CaseError.CASE_KIND_FIXED, "the case is in stage " + file.stage() + "; return it first");
        }
        if (file.subject().isPresent()) {
            throw new Fault(CaseError.CASE_KIND_FIXED, "its alarm or finding says of which kind it is");
        }
        return kinds.findInUse(id)
                .orElseThrow(() -> new Fault(CaseError.CASE_KIND_UNKNOWN, "there is no case kind " + id));
    }

    // A case keeps a category that is out of use; it gets none.
    private Category requireCategory(CaseFile file, String code) {
        return trees.findInUse(code)
                .orElseThrow(() ->
                        new Fault(CaseError.CASE_CATEGORY_WRONG, file.number() + ": no tree has the category " + code));
    }

    private CaseFile becomes(CaseFile file, CaseKind to, ClassificationChange change, Viewer viewer) {
        Timeline.Deed deed = Timeline.Deed.of(CaseAction.KIND_CHANGED, Actor.of(viewer), clock.instant())
                .noting(change.reason())
                .with(Map.of("was", file.kind(), "is", to.id()));
        return mover.changeKind(file, to, deed);
    }

    private Timeline.Deed categorising(
            CaseFile file, Optional<Category> to, ClassificationChange change, Viewer viewer) {
        Map<String, Object> values = new HashMap<>();
        file.category().ifPresent(code -> values.put("was", code));
        to.ifPresent(category -> values.put("is", category.code()));
        return Timeline.Deed.of(CaseAction.CATEGORISED, Actor.of(viewer), clock.instant())
                .noting(change.reason())
                .with(values);
    }

    private Told told(CaseFile file, Viewer viewer) {
        Classification classification = new Classification(
                file.kind(),
                items.kindTitle(file.kind()),
                file.category(),
                file.category().flatMap(names::find),
                !file.closed() && CaseRights.worksOn(file, viewer),
                file.subject().isEmpty() && BEFORE_WORK.contains(file.stage()) && CaseRights.dispatches(file, viewer));
        return new Told(timeline.version(file.id()), classification);
    }
}
