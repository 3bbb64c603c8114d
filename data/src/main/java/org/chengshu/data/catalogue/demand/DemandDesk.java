package org.chengshu.data.catalogue.demand;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.catalogue.CatalogueClasses;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryDesk;
import org.chengshu.data.catalogue.EntryState;
import org.chengshu.data.catalogue.Providers;
import org.chengshu.data.catalogue.Providers.ResourceProvider;
import org.chengshu.data.catalogue.search.AlikeEntries;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Where demands are raised, matched to what there is, and decided. */
@Component
class DemandDesk {
    private static final int CANDIDATES = 50;
    private static final int SHOWN = 10;
    private static final double LEAST = 0.15;

    /** An entry that may serve a demand, and why. */
    record Match(
            String entry, String code, String title, String organisation, EntryState state, DemandMatch.Score why) {}

    private final DemandStore store;
    private final ResponsibilityStore responsibilities;
    private final EntryDesk entries;
    private final Providers providers;
    private final CatalogueClasses classes;
    private final AlikeEntries alike;
    private final ListHerald herald;
    private final Transactions transactions;
    private final CitySettings settings;
    private final Clock clock;

    DemandDesk(
            DemandStore store,
            ResponsibilityStore responsibilities,
            EntryDesk entries,
            Providers providers,
            CatalogueClasses classes,
            AlikeEntries alike,
            ListHerald herald,
            Transactions transactions,
            CitySettings settings,
            Clock clock) {
        this.store = store;
        this.responsibilities = responsibilities;
        this.entries = entries;
        this.providers = providers;
        this.classes = classes;
        this.alike = alike;
        this.herald = herald;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    CursorPage<Demand> list(Optional<String> state, Cursor cursor, Viewer viewer) {
        return store.list(seen(viewer).and(state.map(DemandStore.STATE::eq).orElseGet(DSL::noCondition)), cursor);
    }

    private static Condition seen(Viewer viewer) {
        Condition asProvider = DemandStore.PROVIDER_PATH
                .isNotNull()
                .and(ListRights.seen(viewer, DemandStore.AREA_PATH, DemandStore.PROVIDER_PATH));
        return ListRights.seen(viewer, DemandStore.AREA_PATH, DemandStore.ORGANISATION_PATH)
                .or(asProvider);
    }

    Demand get(long id, Viewer viewer) {
        return store.find(id)
                .filter(demand -> sees(demand, viewer))
                .orElseThrow(() -> ListRights.missing("demand", id));
    }

    private static boolean sees(Demand demand, Viewer viewer) {
        return ListRights.sees(viewer, demand.areaPath(), demand.organisationPath())
                || demand.providerPath()
                        .filter(path -> ListRights.sees(viewer, demand.areaPath(), path))
                        .isPresent();
    }

    Demand raise(DemandRequest asked, Viewer viewer) {
        ListInput input = new ListInput();
        Optional<ResourceProvider> asker =
                asked.organisation().flatMap(providers::find).filter(provider -> ListRights.edits(viewer, provider));
        input.require(asker.isPresent(), "organisation", "要选一个您代表的部门", "name a department that you act for");
        String title = input.title("title", asked.title());
        String purpose = input.text("purpose", asked.purpose());
        String basis = input.text("basis", asked.basis());
        List<String> fields = input.fields("fields", asked.fields());
        asked.classCode()
                .ifPresent(code ->
                        input.require(classes.has(code), "classCode", "没有分类 " + code, "there is no class " + code));
        asked.neededBy()
                .ifPresent(day -> input.require(!day.isBefore(today()), "neededBy", "不能早于今天", "not before today"));
        Optional<Entry> entry = asked.entry().map(name -> entries.get(name, viewer));
        Optional<ResourceProvider> provider =
                entry.map(Entry::organisation).or(asked::provider).flatMap(providers::find);
        input.require(
                asked.provider().isEmpty() || provider.isPresent(), "provider", "没有这个提供方", "there is no such provider");
        input.end();
        ResourceProvider of = asker.orElseThrow();
        return transactions.call(() -> store.insert(new Demand(
                0,
                of.code(),
                of.path(),
                of.areaPath(),
                title,
                purpose,
                basis,
                asked.classCode(),
                fields,
                asked.cycle(),
                asked.neededBy(),
                Demand.RAISED,
                viewer.accountId(),
                viewer.displayName(),
                clock.instant(),
                entry.map(Entry::id),
                provider.map(ResourceProvider::code),
                provider.map(ResourceProvider::path),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** What may serve it, the best first, each with what matched. */
    List<Match> matches(Demand demand, Viewer viewer) {
        List<String> words = AlikeEntries.words(demand.title() + " " + String.join(" ", demand.fields()));
        List<String> told = AlikeEntries.words(demand.title());
        return alike.alike(words, viewer, CANDIDATES).stream()
                .map(entry -> match(demand, told, entry))
                .filter(match -> match.why().score() >= LEAST)
                .sorted(Comparator.comparingDouble((Match match) -> -match.why().score()))
                .limit(SHOWN)
                .toList();
    }

    private static Match match(Demand demand, List<String> words, Entry entry) {
        DemandMatch.Score score =
                DemandMatch.of(words, demand.fields(), demand.classCode(), entry.content(), AlikeEntries::plain);
        return new Match(entry.id(), entry.code(), entry.content().title(), entry.organisation(), entry.state(), score);
    }

    /** Met at once when the entry is published with every field; else its provider becomes responsible. */
    Demand accept(long id, Acceptance how, Viewer viewer) {
        return transactions.call(() -> {
            Demand demand = open(id, viewer);
            Optional<Entry> entry = how.entry().map(name -> entries.get(name, viewer));
            ResourceProvider provider = provider(entry, how);
            requireRight(demand, provider, viewer);
            if (entry.filter(there -> serves(demand, there)).isPresent()) {
                return decided(demand, Demand.FULFILLED, entry, Optional.of(provider), how.note(), viewer);
            }
            LocalDate due = how.due().orElseThrow(() -> ListInput.fault("due", "要定一个期限", "a due date is needed"));
            if (due.isBefore(today())) {
                throw ListInput.fault("due", "期限不能早于今天", "not before today");
            }
            Demand accepted = decided(demand, Demand.ACCEPTED, entry, Optional.of(provider), how.note(), viewer);
            Responsibility made = responsibilities.insert(
                    new Responsibility(
                            0,
                            provider.code(),
                            provider.path(),
                            provider.areaPath(),
                            demand.title(),
                            demand.fields(),
                            Optional.of(demand.id()),
                            entry.map(Entry::id),
                            entry.map(Entry::version).orElse(0),
                            due,
                            Responsibility.OPEN,
                            how.note(),
                            viewer.displayName(),
                            clock.instant(),
                            Optional.empty(),
                            1),
                    viewer.accountId());
            herald.responsible(made);
            return accepted;
        });
    }

    static boolean serves(Demand demand, Entry entry) {
        return entry.state() == EntryState.PUBLISHED
                && lacks(demand.fields(), entry).isEmpty();
    }

    static List<String> lacks(List<String> fields, Entry entry) {
        return DemandMatch.of(List.of(), fields, Optional.empty(), entry.content(), AlikeEntries::plain)
                .missing();
    }

    private ResourceProvider provider(Optional<Entry> entry, Acceptance how) {
        return entry.map(Entry::organisation)
                .or(how::provider)
                .flatMap(providers::find)
                .orElseThrow(() -> ListInput.fault("provider", "要选一个资源或提供方", "name an entry or a provider"));
    }

    private static void requireRight(Demand demand, ResourceProvider provider, Viewer viewer) {
        boolean bureau = ListRights.reviews(viewer, demand.areaPath(), demand.organisationPath());
        if (!bureau && !ListRights.edits(viewer, provider)) {
            throw new Fault(CoreError.FORBIDDEN, "only its provider or a reviewer decides a demand");
        }
        ListRights.deciding(demand.raisedBy()).require(viewer);
    }

    Demand decline(long id, String reason, Viewer viewer) {
        return transactions.call(() -> {
            Demand demand = open(id, viewer);
            if (!ListRights.reviews(viewer, demand.areaPath(), demand.organisationPath())) {
                throw new Fault(CoreError.FORBIDDEN, "only a reviewer declines a demand");
            }
            ListRights.deciding(demand.raisedBy()).require(viewer);
            return decided(
                    demand,
                    Demand.DECLINED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(ListInput.reason(reason)),
                    viewer);
        });
    }

    Demand withdraw(long id, Viewer viewer) {
        return transactions.call(() -> {
            Demand demand = open(id, viewer);
            if (!ListRights.edits(viewer, demand.areaPath(), demand.organisationPath())) {
                throw new Fault(CoreError.FORBIDDEN, "only the department that raised a demand withdraws it");
            }
            return store.decide(
                    id,
                    Demand.WITHDRAWN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    viewer.accountId(),
                    viewer.displayName(),
                    clock.instant());
        });
    }

    private Demand open(long id, Viewer viewer) {
        Demand demand = store.lock(id);
        if (!sees(demand, viewer)) {
            throw ListRights.missing("demand", id);
        }
        if (!demand.state().equals(Demand.RAISED)) {
            throw ListRights.notNow("demand " + id, demand.state());
        }
        return demand;
    }

    private Demand decided(
            Demand demand,
            String state,
            Optional<Entry> entry,
            Optional<ResourceProvider> provider,
            Optional<String> reason,
            Viewer viewer) {
        Demand after = store.decide(
                demand.id(),
                state,
                entry.map(Entry::id),
                provider.map(ResourceProvider::code),
                provider.map(ResourceProvider::path),
                reason,
                viewer.accountId(),
                viewer.displayName(),
                clock.instant());
        herald.demandDecided(after);
        return after;
    }
}
