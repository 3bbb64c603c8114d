package org.chengshu.data.profile;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.registry.Published;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Measures a relation: one statement over all rows, a sample, and for likely keys one more count. Safe for many threads. */
@Component
public final class Profiler {
    private static final int MOST_KEYS = 12;

    private final DSLContext db;
    private final Transactions transactions;
    private final StandardFinder standards;
    private final Clock clock;

    Profiler(DSLContext db, Transactions transactions, StandardFinder standards, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.standards = standards;
        this.clock = clock;
    }

    public Study study(Published relation, Optional<Long> load) {
        return transactions.call(() -> measured(relation, load));
    }

    private Study measured(Published relation, Optional<Long> load) {
        OnePass.Counts counts = OnePass.over(relation, db);
        Sample sample = Sample.of(relation, counts.rows(), db);
        FieldStudy study = new FieldStudy(sample, standards);
        List<FieldProfile> fields = relation.dataset().fields().stream()
                .map(field -> study.study(field, counts.rows(), counts.fields().get(field.name())))
                .toList();
        Profile profile = new Profile(
                relation.dataset().id(),
                load,
                clock.instant(),
                counts.rows(),
                sample.rows(),
                fields,
                keys(relation, fields),
                new RelationStudy(sample, fields).find(relation.dataset().fields()));
        return new Study(profile, sample);
    }

    private List<List<String>> keys(Published relation, List<FieldProfile> fields) {
        List<String> likely = fields.stream()
                .filter(field -> field.rows() > 1 && field.filled() == field.rows())
                .filter(field -> field.distinct() >= 0.99 * field.rows())
                .map(FieldProfile::name)
                .limit(MOST_KEYS)
                .toList();
        if (likely.isEmpty()) {
            return List.of();
        }
        List<Field<?>> asked = new ArrayList<>();
        asked.add(DSL.count().as("all"));
        likely.forEach(name -> asked.add(
                DSL.countDistinct(DSL.field(DSL.name(name), SQLDataType.OTHER)).as(DSL.name("k_" + name))));
        Record row = db.select(asked)
                .from(DSL.table(DSL.name(relation.schema(), relation.view())))
                .fetchSingle();
        return likely.stream()
                .filter(name -> row.get("k_" + name, Long.class).equals(row.get("all", Long.class)))
                .map(List::of)
                .toList();
    }

    /** A profile and the rows that it was made of. */
    public record Study(Profile profile, Sample sample) {}
}
