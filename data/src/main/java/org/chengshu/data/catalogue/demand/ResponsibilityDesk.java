package org.chengshu.data.catalogue.demand;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryDesk;
import org.chengshu.data.catalogue.EntryRights;
import org.chengshu.data.catalogue.EntryState;
import org.chengshu.data.catalogue.Providers;
import org.chengshu.data.catalogue.Providers.ResourceProvider;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Where responsibilities are laid down, tied to the entry that fulfils them, and cancelled. */
@Component
class ResponsibilityDesk {
    /** A responsibility as a form sends it. */
    record Order(
            Optional<String> organisation,
            String title,
            List<String> fields,
            Optional<String> entry,
            Optional<LocalDate> due,
            Optional<String> note) {
        Order {
            organisation = DemandRequest.given(organisation);
            entry = DemandRequest.given(entry);
            due = ListInput.optional(due);
            note = DemandRequest.given(note);
        }
    }

    private final ResponsibilityStore store;
    private final DemandStore demands;
    private final EntryDesk entries;
    private final Providers providers;
    private final ListHerald herald;
    private final Transactions transactions;
    private final CitySettings settings;
    private final Clock clock;

    ResponsibilityDesk(
            ResponsibilityStore store,
            DemandStore demands,
            EntryDesk entries,
            Providers providers,
            ListHerald herald,
            Transactions transactions,
            CitySettings settings,
            Clock clock) {
        this.store = store;
        this.demands = demands;
        this.entries = entries;
        this.providers = providers;
        this.herald = herald;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    CursorPage<Responsibility> list(Optional<String> state, boolean overdue, Cursor cursor, Viewer viewer) {
        Condition which = ListRights.sees(viewer)
                .within(ResponsibilityStore.AREA_PATH, ResponsibilityStore.ORGANISATION_PATH)
                .and(state.map(ResponsibilityStore.STATE::eq).orElseGet(DSL::noCondition))
                .and(
                        overdue
                                ? ResponsibilityStore.STATE
                                        .eq(Responsibility.OPEN)
                                        .and(ResponsibilityStore.DUE.lt(today()))
                                : DSL.noCondition());
        return store.list(which, cursor);
    }

    Responsibility lay(Order order, Viewer viewer) {
        ListInput input = new ListInput();
        Optional<ResourceProvider> provider =
                order.organisation().flatMap(providers::find).filter(there -> ListRights.reviews(viewer, there));
        input.require(
                provider.isPresent(), "organisation", "没有这个提供方，或不归您管", "no such provider, or not yours to direct");
        String title = input.title("title", order.title());
        List<String> fields = input.fields("fields", order.fields());
        input.require(
                order.due().filter(day -> !day.isBefore(today())).isPresent(),
                "due",
                "要定一个不早于今天的期限",
                "a due date is needed, not before today");
        input.end();
        return transactions.call(() -> {
            ResourceProvider of = provider.orElseThrow();
            Optional<Entry> entry = order.entry().map(name -> entries.get(name, viewer));
            Responsibility made = store.insert(
                    new Responsibility(
                            0,
                            of.code(),
                            of.path(),
                            of.areaPath(),
                            title,
                            fields,
                            Optional.empty(),
                            entry.map(Entry::id),
                            entry.map(Entry::version).orElse(0),
                            order.due().orElseThrow(),
                            Responsibility.OPEN,
                            order.note(),
                            viewer.displayName(),
                            clock.instant(),
                            Optional.empty(),
                            1),
                    viewer.accountId());
            herald.responsible(made);
            return made;
        });
    }

    /** Names the entry by which it is fulfilled: at once when that is published with every field, else when it is. */
    Responsibility tie(long id, String entryId, Viewer viewer) {
        return transactions.call(() -> {
            Responsibility open = open(id, EntryRights.EDIT, viewer);
            Entry entry = entries.get(entryId, viewer);
            if (!entry.organisation().equals(open.organisation())) {
                throw ListInput.fault("entry", "只能用责任部门自己的资源", "only an entry of the responsible department");
            }
            boolean done = entry.state() == EntryState.PUBLISHED
                    && DemandDesk.lacks(open.fields(), entry).isEmpty();
            Responsibility tied = store.tie(id, entry.id(), done ? entry.version() - 1 : entry.version());
            return done ? fulfilled(tied, entry) : tied;
        });
    }

    /** The entry was published: what waited for it and lacks no field is fulfilled, with its demand. */
    void published(Entry entry) {
        store.waitingFor(entry.id(), entry.version()).stream()
                .filter(waiting -> DemandDesk.lacks(waiting.fields(), entry).isEmpty())
                .forEach(waiting -> fulfilled(waiting, entry));
    }

    private Responsibility fulfilled(Responsibility open, Entry entry) {
        open.demand().ifPresent(demand -> {
            demands.fulfil(demand);
            demands.find(demand).ifPresent(met -> herald.demandMet(met, entry));
        });
        return store.settle(open.id(), Responsibility.FULFILLED, Optional.empty(), clock.instant());
    }

    Responsibility cancel(long id, String reason, Viewer viewer) {
        return transactions.call(() -> {
            Responsibility open = open(id, EntryRights.REVIEW, viewer);
            return store.settle(
                    open.id(), Responsibility.CANCELLED, Optional.of(ListInput.reason(reason)), clock.instant());
        });
    }

    /** Tells those who are late, once. */
    void tellOverdue() {
        transactions.run(() -> store.tellOverdue(today()).forEach(herald::overdue));
    }

    private Responsibility open(long id, String permission, Viewer viewer) {
        Responsibility one = store.lock(id);
        if (!ListRights.sees(viewer, one.areaPath(), one.organisationPath())) {
            throw ListRights.missing("responsibility", id);
        }
        if (!viewer.scope(permission).contains(one.areaPath(), Optional.of(one.organisationPath()))) {
            throw new Fault(CoreError.FORBIDDEN, "the right " + permission + " is needed there");
        }
        if (!one.state().equals(Responsibility.OPEN)) {
            throw ListRights.notNow("responsibility " + id, one.state());
        }
        return one;
    }
}
