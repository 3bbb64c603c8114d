package org.chengshu.data.theme.run;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.sql.Derivation;
import org.chengshu.data.sql.Origin;
import org.chengshu.data.stored.Layer;
import org.chengshu.data.theme.model.ByPeriod;
import org.chengshu.data.theme.model.Theme;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Finds the periods in which something changed since the last run. Of a stored input the revision that was read then is held
 * against the one of now, by the fields that the query uses: what came, went or changed tells its periods. Where rows of
 * another kind of input are new nothing tells, so the last periods are computed again.
 */
@Component
class Touched {
    private static final int MOST_PERIODS = 400;

    private final DSLContext sql;
    private final FactRegistry registry;
    private final CitySettings settings;
    private final Clock clock;

    Touched(DSLContext sql, FactRegistry registry, CitySettings settings, Clock clock) {
        this.sql = sql;
        this.registry = registry;
        this.settings = settings;
        this.clock = clock;
    }

    RunPlan plan(Theme theme, Derivation derivation, Map<String, Integer> now, Optional<ThemeRun> last) {
        if (theme.byPeriod().isEmpty() || last.isEmpty()) {
            return new RunPlan.Whole();
        }
        ByPeriod byPeriod = theme.byPeriod().get();
        SortedSet<Instant> starts = new TreeSet<>();
        for (String input : inputs(derivation)) {
            Optional<SortedSet<Instant>> touched = touched(byPeriod, derivation, input, now, last.get());
            if (touched.isEmpty() || starts.size() > MOST_PERIODS) {
                return new RunPlan.Whole();
            }
            starts.addAll(touched.get());
        }
        return starts.size() > MOST_PERIODS ? new RunPlan.Whole() : new RunPlan.Periods(starts);
    }

    private static Set<String> inputs(Derivation derivation) {
        Set<String> inputs = new TreeSet<>();
        derivation.reads().forEach(read -> inputs.add(read.relation().id()));
        return inputs;
    }

    /** Empty when nothing tells which periods. */
    private Optional<SortedSet<Instant>> touched(
            ByPeriod byPeriod, Derivation derivation, String input, Map<String, Integer> now, ThemeRun last) {
        if (Layer.ofId(input).isEmpty()) {
            return Optional.of(recent(byPeriod, last.startedAt()));
        }
        Integer before = last.inputs().get(input);
        if (before != null && before.equals(now.get(input))) {
            return Optional.of(new TreeSet<>());
        }
        Optional<Published> former = before == null ? Optional.empty() : registry.find(input + "@" + before);
        String field = byPeriod.inputs().get(input);
        if (former.isEmpty() || field == null) {
            return Optional.empty();
        }
        return different(byPeriod, used(derivation, input, field), field, registry.get(input), former.get());
    }

    private SortedSet<Instant> recent(ByPeriod byPeriod, Instant since) {
        Instant from = byPeriod.grain().startOf(since, settings.zone());
        for (int i = 0; i < byPeriod.lookBack(); i++) {
            from = byPeriod.grain().before(from, settings.zone());
        }
        return new TreeSet<>(byPeriod.grain().starts(from, clock.instant().plusMillis(1), settings.zone()));
    }

    private static Set<String> used(Derivation derivation, String input, String field) {
        Set<String> used = new TreeSet<>(Set.of(field));
        List<Origin> origins = new ArrayList<>(derivation.rows());
        derivation.columns().forEach(column -> origins.addAll(column.origins()));
        origins.stream()
                .filter(origin ->
                        origin.relation().equals(input) && !origin.field().equals(Point.ROWS))
                .forEach(origin -> used.add(origin.field()));
        return used;
    }

    private Optional<SortedSet<Instant>> different(
            ByPeriod byPeriod, Set<String> fields, String field, Published now, Published then) {
        List<Field<?>> columns =
                fields.stream().<Field<?>>map(name -> DSL.field(DSL.name(name))).toList();
        Select<?> added = sql.select(columns)
                .from(table(now))
                .exceptAll(sql.select(columns).from(table(then)));
        Select<?> gone = sql.select(columns)
                .from(table(then))
                .exceptAll(sql.select(columns).from(table(now)));
        Field<OffsetDateTime> start = DSL.field(
                "date_trunc({0}, {1}::timestamp at time zone {2}, {2})",
                SQLDataType.TIMESTAMPWITHTIMEZONE,
                DSL.inline(byPeriod.grain().word()),
                localTime(now, field),
                DSL.inline(settings.zone().getId()));
        Table<?> changed = DSL.table("(({0}) union all ({1}))", added, gone).as("changed");
        List<OffsetDateTime> starts = sql.selectDistinct(start).from(changed).fetch(0, OffsetDateTime.class);
        if (starts.contains(null)) {
            return Optional.empty();
        }
        SortedSet<Instant> instants = new TreeSet<>();
        starts.forEach(time -> instants.add(time.toInstant()));
        return Optional.of(instants);
    }

    private Field<?> localTime(Published dataset, String field) {
        Field<?> column = DSL.field(DSL.name("changed", field));
        boolean instant = dataset.dataset().field(field).type() == org.chengshu.core.spi.FieldType.INSTANT;
        return instant
                ? DSL.field(
                        "({0} at time zone {1})",
                        column, DSL.inline(settings.zone().getId()))
                : column;
    }

    private static Table<?> table(Published published) {
        return DSL.table(DSL.name(published.schema(), published.view()));
    }
}
