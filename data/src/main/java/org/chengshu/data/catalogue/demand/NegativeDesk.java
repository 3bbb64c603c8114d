package org.chengshu.data.catalogue.demand;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryContent;
import org.chengshu.data.catalogue.EntryDesk;
import org.chengshu.data.catalogue.EntryField;
import org.chengshu.data.catalogue.Providers;
import org.chengshu.data.catalogue.Providers.ResourceProvider;
import org.chengshu.data.catalogue.Sharing;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Where it is laid down what must not be shared: proposed by a department, confirmed by somebody else. */
@Component
class NegativeDesk {
    /** An item as a form sends it. */
    record Proposal(
            Optional<String> organisation,
            String title,
            Optional<String> entry,
            List<String> fields,
            String basis,
            List<Sharing> blocks) {
        Proposal {
            organisation = DemandRequest.given(organisation);
            entry = DemandRequest.given(entry);
            blocks = blocks == null ? List.of() : blocks.stream().distinct().toList();
        }
    }

    private final NegativeStore store;
    private final EntryDesk entries;
    private final Providers providers;
    private final Transactions transactions;
    private final Clock clock;

    NegativeDesk(NegativeStore store, EntryDesk entries, Providers providers, Transactions transactions, Clock clock) {
        this.store = store;
        this.entries = entries;
        this.providers = providers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is confirmed is for all, the rest for those of its department and the reviewers. */
    CursorPage<Negative> list(Optional<String> state, Cursor cursor, Viewer viewer) {
        Condition own = ListRights.seen(viewer, NegativeStore.AREA_PATH, NegativeStore.ORGANISATION_PATH);
        return store.list(
                NegativeStore.STATE
                        .eq(Negative.CONFIRMED)
                        .or(own)
                        .and(state.map(NegativeStore.STATE::eq).orElseGet(DSL::noCondition)),
                cursor);
    }

    Negative propose(Proposal asked, Viewer viewer) {
        Optional<Entry> entry = asked.entry().map(name -> entries.get(name, viewer));
        ListInput input = new ListInput();
        Optional<ResourceProvider> provider = entry.map(Entry::organisation)
                .or(asked::organisation)
                .flatMap(providers::find)
                .filter(there -> ListRights.edits(viewer, there));
        input.require(provider.isPresent(), "organisation", "要选一个您代表的部门", "name a department that you act for");
        String title = entry.map(there -> there.content().title()).orElseGet(() -> input.title("title", asked.title()));
        String basis = input.text("basis", asked.basis());
        List<String> fields = input.fields("fields", asked.fields());
        input.require(
                !asked.blocks().isEmpty() && !asked.blocks().contains(Sharing.NONE),
                "blocks",
                "要选禁止的共享类型：无条件、有条件",
                "name the types of sharing that it forbids: unconditional, conditional");
        input.end();
        ResourceProvider of = provider.orElseThrow();
        return transactions.call(() -> store.insert(new Negative(
                0,
                of.code(),
                of.path(),
                of.areaPath(),
                title,
                entry.map(Entry::id),
                fields,
                basis,
                asked.blocks(),
                Negative.PROPOSED,
                viewer.accountId(),
                viewer.displayName(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1)));
    }

    Negative confirm(long id, Viewer viewer) {
        return decide(id, Negative.PROPOSED, Negative.CONFIRMED, Optional.empty(), viewer);
    }

    Negative refuse(long id, String reason, Viewer viewer) {
        return decide(id, Negative.PROPOSED, Negative.REFUSED, Optional.of(ListInput.reason(reason)), viewer);
    }

    Negative lift(long id, String reason, Viewer viewer) {
        return decide(id, Negative.CONFIRMED, Negative.LIFTED, Optional.of(ListInput.reason(reason)), viewer);
    }

    private Negative decide(long id, String from, String to, Optional<String> reason, Viewer viewer) {
        return transactions.call(() -> {
            Negative one = store.lock(id);
            if (!ListRights.sees(viewer, one.areaPath(), one.organisationPath())) {
                throw ListRights.missing("item of the negative list", id);
            }
            if (!ListRights.reviews(viewer, one.areaPath(), one.organisationPath())) {
                throw new Fault(CoreError.FORBIDDEN, "only a reviewer decides what must not be shared");
            }
            if (!one.state().equals(from)) {
                throw ListRights.notNow("item " + id, one.state());
            }
            ListRights.deciding(one.madeBy()).require(viewer);
            return store.decide(id, to, reason, viewer.accountId(), viewer.displayName(), clock.instant());
        });
    }

    /** Why an entry with this content must not be published. */
    List<PlacedFault> objections(Entry entry, EntryContent content) {
        List<PlacedFault> faults = new ArrayList<>();
        for (Negative one : store.confirmed(entry.id(), entry.organisation(), content.title())) {
            if (one.blocks().contains(content.sharing()) && concerns(one, content)) {
                String what = one.fields().isEmpty() ? one.title() : String.join("、", one.fields());
                faults.add(new PlacedFault(
                        "sharing",
                        Text.of(
                                "负面清单第 " + one.id() + " 项（" + what + "）禁止“"
                                        + content.sharing().title().zh() + "”，依据：" + one.basis(),
                                "item " + one.id() + " of the negative list (" + what
                                        + ") forbids this type of sharing: " + one.basis())));
            }
        }
        return faults;
    }

    private static boolean concerns(Negative one, EntryContent content) {
        return one.fields().isEmpty() || content.fields().stream().anyMatch(field -> names(one, field));
    }

    private static boolean names(Negative one, EntryField field) {
        return one.fields().contains(field.name()) || one.fields().contains(field.title());
    }
}
