package org.chengshu.alarm.maintenance;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.AlarmError;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

/** The maintenance windows: who may plan, change and end them, and which hold now. */
@Component
public final class Maintenance {
    static final String MAINTAIN = "alarm:maintain";

    private final MaintenanceStore store;
    private final Areas areas;
    private final Transactions transactions;
    private final Settings settings;
    private final ZoneId zone;
    private final Clock clock;

    Maintenance(MaintenanceStore store, Areas areas, Transactions transactions, Settings settings, Clock clock) {
        this.store = store;
        this.areas = areas;
        this.transactions = transactions;
        this.settings = settings;
        this.zone = CitySettings.of(settings).zone();
        this.clock = clock;
    }

    /** Those that hold at the moment. */
    public List<MaintenanceWindow> holding(Instant moment) {
        return store.begun(moment).stream()
                .filter(window -> window.holds(moment, zone))
                .toList();
    }

    public ZoneId zone() {
        return zone;
    }

    /** Why a window was made, whoever asks: it is told beside the alarms that it covers. */
    public Optional<String> reason(String id) {
        return store.find(UUID.fromString(id), Scope.everywhere()).map(MaintenanceWindow::reason);
    }

    MaintenanceWindow plan(MaintenanceDraft draft, Viewer viewer) {
        Instant now = clock.instant();
        MaintenanceWindow window = window(
                Ids.at(now),
                draft,
                viewer,
                new MaintenanceWindow.Making(viewer.displayName(), now, Optional.empty(), Optional.empty(), 1));
        if (window.period().endsAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw new Fault(AlarmError.ALARM_INPUT_WRONG, "to: it would be over already");
        }
        transactions.run(() -> store.put(window));
        return window;
    }

    MaintenanceWindow change(UUID id, MaintenanceDraft draft, IfMatch ifMatch, Viewer viewer) {
        return transactions.call(() -> {
            MaintenanceWindow before = openOne(id, viewer);
            ifMatch.require(before.making().version());
            store.put(window(id, draft, viewer, before.making()));
            return get(id, viewer.scope(MAINTAIN));
        });
    }

    MaintenanceWindow end(UUID id, Viewer viewer) {
        return transactions.call(() -> {
            openOne(id, viewer);
            store.end(id, clock.instant(), viewer.displayName());
            return get(id, viewer.scope(MAINTAIN));
        });
    }

    MaintenanceWindow get(UUID id, Scope scope) {
        return store.find(id, scope).orElseThrow(() -> unknown(id));
    }

    MaintenanceWindow.State state(MaintenanceWindow window) {
        return window.state(clock.instant(), zone);
    }

    private MaintenanceWindow openOne(UUID id, Viewer viewer) {
        MaintenanceWindow window = store.lock(id, viewer.scope(MAINTAIN)).orElseThrow(() -> unknown(id));
        if (state(window) == MaintenanceWindow.State.OVER) {
            throw new Fault(AlarmError.MAINTENANCE_OVER, "it ended, and is kept as it was");
        }
        return window;
    }

    private MaintenanceWindow window(UUID id, MaintenanceDraft draft, Viewer viewer, MaintenanceWindow.Making making) {
        Optional<Area> area = draft.area().flatMap(areas::find);
        draft.check(settings.get(MaintenanceSettings.LONGEST), draft.area().isEmpty() || area.isPresent());
        String path = area.map(Area::path).orElse(Viewer.WHOLE_CITY);
        if (!viewer.may(MAINTAIN, path)) {
            throw new Fault(
                    CoreError.FORBIDDEN, "area: name one in which you hold the right " + MAINTAIN + ", not " + path);
        }
        return new MaintenanceWindow(
                id,
                new MaintenanceWindow.Extent(path, draft.area(), draft.rule(), draft.about(), draft.tag()),
                new MaintenanceWindow.Period(draft.from().orElseThrow(), draft.to(), draft.hours()),
                draft.reason().orElseThrow(),
                making);
    }

    private static Fault unknown(UUID id) {
        return new Fault(AlarmError.MAINTENANCE_UNKNOWN, "no maintenance window " + id);
    }
}
