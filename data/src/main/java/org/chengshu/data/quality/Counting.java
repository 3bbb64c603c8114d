package org.chengshu.data.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.Compiled;
import org.chengshu.data.rule.QualityCompiler;
import org.chengshu.data.rule.QualityCompiler.Attempt;
import org.chengshu.data.rule.QualityRule;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Asks all rules of a dataset in one statement. Only when it fails is each rule asked alone, so that the one that fails is
 * known and the others are heard.
 */
@Component
public final class Counting {
    private static final Field<Long> ROWS = DSL.field("count(*)", SQLDataType.BIGINT);

    private final DSLContext db;
    private final QualityCompiler compiler;

    Counting(DSLContext db, QualityCompiler compiler) {
        this.db = db;
        this.compiler = compiler;
    }

    public Counted count(List<QualityRule> rules, Published relation) {
        List<Compiled> fit = new ArrayList<>();
        List<RuleResult> results = new ArrayList<>();
        for (Attempt attempt : compiler.compile(rules, relation)) {
            switch (attempt) {
                case Attempt.Done done -> fit.add(done.compiled());
                case Attempt.Unfit unfit -> results.add(RuleResult.unfit(unfit.rule(), unfit.why()));
            }
        }
        long rows = countInOne(fit, relation, results);
        return new Counted(rows, results);
    }

    private long countInOne(List<Compiled> fit, Published relation, List<RuleResult> results) {
        try {
            return ask(fit, relation, (rule, counts) -> results.add(RuleResult.counted(rule, counts[0], counts[1])));
        } catch (DataAccessException e) {
            return countOneByOne(fit, relation, results);
        }
    }

    private long countOneByOne(List<Compiled> fit, Published relation, List<RuleResult> results) {
        for (Compiled one : fit) {
            try {
                ask(
                        List.of(one),
                        relation,
                        (rule, counts) -> results.add(RuleResult.counted(rule, counts[0], counts[1])));
            } catch (DataAccessException e) {
                results.add(RuleResult.unfit(one.rule(), String.valueOf(e.getMessage())));
            }
        }
        return ask(List.of(), relation, (_, _) -> {});
    }

    private long ask(List<Compiled> rules, Published relation, BiConsumer<QualityRule, long[]> to) {
        List<Field<?>> asked = new ArrayList<>();
        asked.add(ROWS.as("rows"));
        for (int i = 0; i < rules.size(); i++) {
            asked.add(rules.get(i).checked().as("c" + i));
            asked.add(rules.get(i).failing().as("f" + i));
        }
        Record counts = db.select(asked)
                .from(DSL.table(DSL.name(relation.schema(), relation.view())).as(DSL.name("t")))
                .fetchSingle();
        for (int i = 0; i < rules.size(); i++) {
            long[] pair = {counts.get("c" + i, Long.class), counts.get("f" + i, Long.class)};
            to.accept(rules.get(i).rule(), pair);
        }
        return counts.get("rows", Long.class);
    }

    /** The rows of the relation and what each rule found. */
    public record Counted(long rows, List<RuleResult> results) {}
}
