package org.chengshu.data.catalogue.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.data.DataError;
import org.chengshu.data.Datasets;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryDesk;
import org.chengshu.data.catalogue.watch.Subscriptions.Subscription;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Heat of an entry and one's own subscriptions. */
@RestController
@RequestMapping("/api/data/v1/catalogue")
class WatchController implements SheetSource {
    private static final String OWN = "/api/data/v1/catalogue/subscriptions";
    private static final String WHY = "who sees the entry sees how often it is read";
    private static final int MOST_DAYS = 366;

    private final EntryDesk entries;
    private final Subscriptions subscriptions;
    private final DSLContext db;
    private final CitySettings settings;
    private final Clock clock;

    WatchController(EntryDesk entries, Subscriptions subscriptions, DSLContext db, CitySettings settings, Clock clock) {
        this.entries = entries;
        this.subscriptions = subscriptions;
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads of one day by kind; a day without any is there with none. */
    record Day(LocalDate day, Map<String, Long> reads) {}

    record Heat(String entry, List<Day> days) {}

    /** What is left out is not wanted. */
    record Wanted(Optional<Boolean> onRefresh, Optional<Boolean> onVersion, Optional<Boolean> onWithdrawal) {
        Subscription of(String entry, Instant now) {
            return new Subscription(entry, wanted(onRefresh), wanted(onVersion), wanted(onWithdrawal), now);
        }

        private static boolean wanted(Optional<Boolean> told) {
            return told != null && told.orElse(false);
        }
    }

    @GetMapping("/entries/{id}/heat")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    Heat heat(@PathVariable String id, @RequestParam(defaultValue = "30") int days, Viewer viewer) {
        if (days < 1 || days > MOST_DAYS) {
            throw new Fault(DataError.CATALOGUE_SEARCH_FAULTY, "days must be 1.." + MOST_DAYS);
        }
        Entry entry = entries.get(id, viewer);
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        Map<LocalDate, Map<String, Long>> byDay = new TreeMap<>();
        for (LocalDate day = today.minusDays(days - 1L); !day.isAfter(today); day = day.plusDays(1)) {
            byDay.put(day, new TreeMap<>());
        }
        db.fetch("""
                        select day, kind, reads from cs_data.read_day
                        where dataset = ? and day between cast(? as date) and cast(? as date)
                        """, entry.dataset().orElse(entry.id()), today.minusDays(days - 1L), today)
                .forEach(row -> byDay.get(row.get("day", LocalDate.class))
                        .put(row.get("kind", String.class), row.get("reads", Long.class)));
        return new Heat(
                entry.id(),
                byDay.entrySet().stream()
                        .map(one -> new Day(one.getKey(), one.getValue()))
                        .toList());
    }

    @GetMapping("/subscriptions")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    CursorPage<Subscription> mine(Viewer viewer) {
        return new CursorPage<>(subscriptions.of(viewer.accountId()), Optional.empty());
    }

    /** All false when there is none. */
    @GetMapping("/entries/{id}/subscription")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    Subscription subscription(@PathVariable String id, Viewer viewer) {
        Entry entry = entries.get(id, viewer);
        return subscriptions
                .find(viewer.accountId(), entry.id())
                .orElseGet(() -> new Subscription(entry.id(), false, false, false, Instant.EPOCH));
    }

    @PutMapping("/entries/{id}/subscription")
    @Access(value = Datasets.READ, audit = "data.entry-subscribed", reach = Access.Reach.OWN)
    Subscription subscribe(@PathVariable String id, @RequestBody Wanted wanted, Viewer viewer) {
        Entry entry = entries.get(id, viewer);
        subscriptions.put(viewer.accountId(), wanted.of(entry.id(), clock.instant()));
        return subscription(id, viewer);
    }

    @DeleteMapping("/entries/{id}/subscription")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Datasets.READ, audit = "data.entry-unsubscribed", reach = Access.Reach.OWN)
    void unsubscribe(@PathVariable String id, Viewer viewer) {
        subscriptions.remove(viewer.accountId(), entries.get(id, viewer).id());
    }

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(Subscription.class, OWN, "我的订阅", "My subscriptions")
                .with("资源", "Entry", Subscription::entry)
                .with("数据更新", "On refresh", Subscription::onRefresh)
                .with("版本变更", "On a new version", Subscription::onVersion)
                .with("撤回", "On withdrawal", Subscription::onWithdrawal)
                .with("订阅时间", "Since", Subscription::madeAt));
    }
}
