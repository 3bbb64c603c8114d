package org.chengshu.cases.desk;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseItem;
import org.chengshu.cases.handling.CaseItems;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.CaseTable;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.time.CityDays;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What screens ask of many cases, within the viewer's areas. */
@Component
final class CaseLists {
    private final DSLContext db;
    private final CaseStore store;
    private final CaseItems items;
    private final CityDays days;
    private final Clock clock;

    CaseLists(DSLContext db, CaseStore store, CaseItems items, CitySettings settings, Clock clock) {
        this.db = db;
        this.store = store;
        this.items = items;
        this.days = new CityDays(settings.zone());
        this.clock = clock;
    }

    CursorPage<CaseItem> list(CaseFilter filter, Viewer viewer, Cursor cursor) {
        Instant now = clock.instant();
        CursorPage<CaseFile> page = Keyset.fetch(
                db.select(COLUMNS)
                        .from(CASES)
                        .where(seen(viewer))
                        .and(filter.condition(now, filter.mine() ? mine(viewer) : DSL.noCondition())),
                cursor,
                OPENED_AT,
                ID,
                CaseTable::read);
        return page.map(items.maker(page.items(), now));
    }

    /** Open cases that fit, the most pressing first. */
    List<CaseFile> pressing(Condition condition, Viewer viewer, int most) {
        return db.select(COLUMNS)
                .from(CASES)
                .where(seen(viewer))
                .and(OPEN)
                .and(condition)
                .orderBy(DUE.asc().nullsLast(), ID)
                .limit(most)
                .fetch(CaseTable::read);
    }

    CaseCounts counts(Viewer viewer) {
        Instant now = clock.instant();
        Map<String, Integer> byStage = new HashMap<>();
        for (Stage stage : CityCase.PLAN.stages()) {
            if (!stage.equals(CityCase.CLOSE)) {
                byStage.put(stage.name(), 0);
            }
        }
        var n = DSL.count().as("n");
        for (Record row :
                db.select(STAGE, n).from(CASES).where(seen(viewer)).and(OPEN).groupBy(STAGE)) {
            byStage.put(row.get(STAGE), row.get(n));
        }
        Instant today = days.startOf(days.dayOf(now));
        return new CaseCounts(
                byStage.values().stream().mapToInt(Integer::intValue).sum(),
                byStage,
                count(CaseFilter.ClockFilter.OVERDUE.at(now), viewer),
                count(CLOCK_YELLOW.le(utc(now)).and(CLOCK_DUE.ge(utc(now))).and(OPEN), viewer),
                count(CLOSED_AT.ge(utc(today)), viewer),
                count(CLOSED_AT.ge(utc(today)).and(CLOSED_BY.eq("sensor")), viewer),
                count(OPENED_AT.ge(utc(today)), viewer),
                count(OPEN.and(mine(viewer)), viewer));
    }

    /** Cases that the viewer may see, those that his organisations support included. */
    private Condition seen(Viewer viewer) {
        Scope scope = viewer.scope(CaseRights.READ);
        return either(within(scope), store.supported(scope));
    }

    private Condition mine(Viewer viewer) {
        return CaseFilter.mine(viewer).or(store.supported(viewer.scope(CaseRights.HANDLE)));
    }

    private int count(Condition condition, Viewer viewer) {
        return db.fetchCount(db.selectOne()
                .from(CASES)
                .where(seen(viewer))
                .and(MERGED_INTO.isNull())
                .and(condition));
    }
}
