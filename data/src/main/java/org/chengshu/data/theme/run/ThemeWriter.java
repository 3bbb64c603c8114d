package org.chengshu.data.theme.run;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.DataError;
import org.chengshu.data.DatasetRefreshed;
import org.chengshu.data.sql.Derivation;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.theme.model.ByPeriod;
import org.chengshu.data.theme.model.Theme;
import org.chengshu.data.theme.model.ThemeField;
import org.chengshu.data.theme.read.FactRelations;
import org.chengshu.data.theme.read.FactsReader;
import org.chengshu.data.theme.read.Rewritten;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Computes a theme into a revision of its dataset and promotes it. */
@Component
class ThemeWriter {
    private static final Duration LIMIT = Duration.ofHours(1);

    private final FactsReader reader;
    private final Revisions revisions;
    private final CitySettings settings;
    private final DSLContext sql;

    ThemeWriter(FactsReader reader, Revisions revisions, CitySettings settings, DSLContext sql) {
        this.reader = reader;
        this.revisions = revisions;
        this.settings = settings;
        this.sql = sql;
    }

    ThemeRun write(Theme theme, Derivation derivation, FactRelations relations, RunPlan plan, ThemeRun run) {
        Revision revision = revisions.open(theme.id(), run.cause());
        try {
            Name table = DSL.name(revision.schema(), revision.table());
            long rows =
                    reader.copy(LIMIT, query(theme, derivation, relations, plan), table + " (" + columns(theme) + ")");
            requireKeys(theme, table);
            DatasetRefreshed refreshed = revisions.promote(revision, promotion(theme, plan));
            return run.wrote(rows, refreshed.rows(), refreshed.revision());
        } catch (RuntimeException e) {
            revisions.discard(revision);
            throw e;
        }
    }

    private static String columns(Theme theme) {
        return theme.fields().stream()
                .map(field -> DSL.name(field.name()).toString())
                .collect(Collectors.joining(", "));
    }

    private String query(Theme theme, Derivation derivation, FactRelations relations, RunPlan plan) {
        String inner = Rewritten.of(theme.sql(), derivation, relations::view).sql();
        String plain = "select " + columns(theme) + " from (" + inner + "\n) as answer";
        return plan instanceof RunPlan.Periods periods
                ? plain + " where " + sql.renderInlined(within(theme, periods))
                : plain;
    }

    private Revisions.Promotion promotion(Theme theme, RunPlan plan) {
        return plan instanceof RunPlan.Periods periods
                ? Revisions.Promotion.ending(within(theme, periods))
                : Revisions.Promotion.wholly();
    }

    private Condition within(Theme theme, RunPlan.Periods periods) {
        ByPeriod byPeriod = theme.byPeriod().orElseThrow();
        ThemeField field = theme.find(byPeriod.field()).orElseThrow();
        Field<Object> column = DSL.field(DSL.name(field.name()), Object.class);
        List<Condition> parts = new ArrayList<>();
        for (Instant start : periods.starts()) {
            Instant end = byPeriod.grain().next(start, settings.zone());
            parts.add(column.ge(time(field, start)).and(column.lt(time(field, end))));
        }
        return DSL.or(parts);
    }

    private Field<Object> time(ThemeField field, Instant at) {
        return field.type() == FieldType.DATE
                ? DSL.field(
                        "date {0}",
                        Object.class,
                        DSL.inline(at.atZone(settings.zone()).toLocalDate().toString()))
                : DSL.field(
                        "timestamptz {0}",
                        Object.class, DSL.inline(at.atOffset(ZoneOffset.UTC).toString()));
    }

    private void requireKeys(Theme theme, Name table) {
        if (theme.key().isEmpty()) {
            return;
        }
        List<Field<?>> keys = theme.key().stream()
                .<Field<?>>map(name -> DSL.field(DSL.name(name)))
                .toList();
        sql.select(keys)
                .from(DSL.table(table))
                .groupBy(keys)
                .having(DSL.count().gt(1))
                .limit(1)
                .fetchOptional()
                .ifPresent(twice -> {
                    throw new Fault(
                            DataError.THEME_FAULTY,
                            "two rows have the key " + theme.key() + " = " + List.of(twice.intoArray()));
                });
    }
}
