package org.chengshu.cases.roster;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.kinds.DutyBook;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.spi.OnDuty;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The rosters of the departments: dispatch rules ask them, and so does whoever tells people of something by role. */
@Component
class Rosters implements DutyBook, OnDuty {
    static final String RIGHT = "cases:roster";

    private final RosterStore store;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Areas areas;
    private final Transactions transactions;
    private final CitySettings city;
    private final Clock clock;

    Rosters(
            RosterStore store,
            Accounts accounts,
            Organisations organisations,
            Areas areas,
            Transactions transactions,
            CitySettings city,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.organisations = organisations;
        this.areas = areas;
        this.transactions = transactions;
        this.city = city;
        this.clock = clock;
    }

    Roster create(RosterDraft draft, Viewer viewer) {
        String code =
                draft.organisation().orElseThrow(() -> new Fault(CaseError.ROSTER_WRONG, "organisation is missing"));
        Organisation of = organisations
                .find(code)
                .orElseThrow(() -> new Fault(CaseError.ROSTER_WRONG, "there is no organisation " + code));
        String area = area(draft, of);
        if (!viewer.scope(RIGHT).contains(area, Optional.of(of.path()))) {
            throw new Fault(CaseError.ROSTER_WRONG, code + " lies outside your part of the city");
        }
        DutyWeek week = checked(new DutyWeek(draft.days(), List.of()));
        Instant now = clock.instant();
        RosterStore.Kept made =
                new RosterStore.Kept(Ids.at(now), code, of.path(), area, draft.name(), draft.role(), week, 1, now);
        transactions.run(() -> store.insert(made));
        return view(made);
    }

    // The roster holds for the part of the city that it names, else for its department's.
    private String area(RosterDraft draft, Organisation of) {
        draft.area().ifPresent(code -> {
            if (areas.find(code).isEmpty()) {
                throw new Fault(CaseError.ROSTER_WRONG, "there is no area " + code);
            }
        });
        return draft.area()
                .or(of::areaCode)
                .flatMap(areas::find)
                .map(Area::path)
                .orElse("/");
    }

    Roster change(UUID id, RosterDraft draft, IfMatch ifMatch, Viewer viewer) {
        return transactions.call(() -> {
            RosterStore.Kept before = store.get(id, viewer.scope(RIGHT));
            ifMatch.require(before.version());
            store.change(
                    id,
                    draft.role(),
                    checked(new DutyWeek(draft.days(), before.week().swaps())));
            return view(store.get(id, viewer.scope(RIGHT)));
        });
    }

    void retire(UUID id, IfMatch ifMatch, Viewer viewer) {
        transactions.run(() -> {
            ifMatch.require(store.get(id, viewer.scope(RIGHT)).version());
            store.retire(id);
        });
    }

    Roster swap(UUID id, DutyWeek.Swap swap, Viewer viewer) {
        return transactions.call(() -> {
            RosterStore.Kept roster = store.get(id, viewer.scope(RIGHT));
            boolean there = roster.week().on(swap.day(), city.zone()).stream().anyMatch(shift -> shift.begins()
                    .equals(swap.day().atTime(swap.shift()).atZone(city.zone()).toInstant()));
            if (!there) {
                throw new Fault(CaseError.ROSTER_WRONG, "no shift begins on " + swap.day() + " at " + swap.shift());
            }
            swap.people().forEach(this::account);
            store.swap(id, swap, clock.instant(), viewer.displayName());
            return view(store.get(id, viewer.scope(RIGHT)));
        });
    }

    RosterStore.Kept get(UUID id, Viewer viewer) {
        return store.get(id, viewer.scope(CaseRights.READ));
    }

    Roster view(RosterStore.Kept of) {
        return new Roster(
                of.id(),
                of.organisation(),
                of.post(),
                of.role(),
                RosterStore.words(of.week()),
                of.version(),
                of.madeAt(),
                of.week().at(clock.instant(), city.zone()),
                thisWeek(of.week()),
                names(of.week()));
    }

    private List<DutyWeek.OnShift> thisWeek(DutyWeek week) {
        LocalDate monday = LocalDate.ofInstant(clock.instant(), city.zone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.datesUntil(monday.plusWeeks(1))
                .flatMap(day -> week.on(day, city.zone()).stream())
                .toList();
    }

    private Map<String, String> names(DutyWeek week) {
        return Stream.concat(
                        week.week().values().stream().flatMap(List::stream).flatMap(shift -> shift.people().stream()),
                        week.swaps().stream().flatMap(swap -> swap.people().stream()))
                .distinct()
                .flatMap(name -> accounts.findByName(name).stream())
                .collect(Collectors.toMap(AccountView::name, AccountView::displayName, (one, _) -> one));
    }

    List<Roster> list(Viewer viewer) {
        return store.list(RosterStore.within(viewer.scope(CaseRights.READ))).stream()
                .map(this::view)
                .toList();
    }

    private DutyWeek checked(DutyWeek week) {
        week.week().values().stream()
                .flatMap(List::stream)
                .flatMap(shift -> shift.people().stream())
                .distinct()
                .forEach(this::account);
        return week;
    }

    private AccountView account(String name) {
        return accounts.findByName(name)
                .orElseThrow(() -> new Fault(CaseError.ROSTER_WRONG, "there is no account " + name));
    }

    @Override
    public boolean onDuty(String organisation, Instant at) {
        return organisations
                .find(organisation)
                .map(of -> store
                        .list(DSL.field(DSL.name("org_path"), String.class).startsWith(of.path()))
                        .stream()
                        .flatMap(roster -> roster.week().at(at, city.zone()).stream())
                        .anyMatch(shift -> !shift.people().isEmpty()))
                .orElse(false);
    }

    /** The people on duty of the rosters of this role whose area holds the place. */
    @Override
    public Optional<Set<UUID>> find(String role, String areaPath, Instant at) {
        List<RosterStore.Kept> rosters = store
                .list(DSL.field(DSL.name("role"), String.class).eq(role))
                .stream()
                .filter(roster -> areaPath.startsWith(roster.areaPath()))
                .toList();
        if (rosters.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rosters.stream()
                .flatMap(roster -> roster.week().at(at, city.zone()).stream())
                .flatMap(shift -> shift.people().stream())
                .flatMap(name -> accounts.findByName(name).stream())
                .map(AccountView::id)
                .collect(Collectors.toSet()));
    }
}
