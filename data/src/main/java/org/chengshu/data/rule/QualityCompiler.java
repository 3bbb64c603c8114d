package org.chengshu.data.rule;

import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.query.ReadableRows;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.Compiled.Failures;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Compiles rules to SQL over their dataset's relation, or over one that stands in for it such as a load's. */
@Component
public final class QualityCompiler {
    private static final Field<Long> ALL = DSL.field("count(*)", SQLDataType.BIGINT);

    private final FactRegistry registry;
    private final StandardCheck standards;
    private final ReadableRows readable;
    private final CitySettings settings;
    private final Clock clock;

    QualityCompiler(
            FactRegistry registry, StandardCheck standards, ReadableRows readable, CitySettings settings, Clock clock) {
        this.registry = registry;
        this.standards = standards;
        this.readable = readable;
        this.settings = settings;
        this.clock = clock;
    }

    /** Faults with {@code FIELD_UNKNOWN}, {@code DATASET_NOT_FOUND} or {@code RULE_FAULTY} when it does not fit the dataset. */
    public Compiled compile(QualityRule rule, Published relation) {
        return compile(rule, relation, standards::refused);
    }

    /** Faults as {@link #compile} does, without looking at a row. */
    public void check(QualityRule rule, Published relation) {
        compile(rule, relation, (_, check) -> {
            standards.known(check);
            return List.of();
        });
    }

    private Compiled compile(
            QualityRule rule, Published relation, BiFunction<Published, Check.Standard, List<String>> refused) {
        Cells cells = new Cells(relation, "t");
        rule.check().fields().forEach(cells::field);
        RowChecks rows = new RowChecks(
                cells, refused, (dataset, conditions) -> readable.where(dataset, conditions, Viewer.system()));
        SetChecks sets = new SetChecks(cells, registry);
        GapChecks gaps = new GapChecks(cells, settings.zone(), clock.instant());
        return switch (rule.check()) {
            case Check.NotNull check -> ofRows(rule, rows.notNull(check), ALL);
            case Check.NullWord check -> ofRows(rule, rows.nullWord(check), ALL);
            case Check.Range check -> ofRows(rule, rows.range(check), present(cells, rule));
            case Check.Pattern check -> ofRows(rule, rows.pattern(check), present(cells, rule));
            case Check.Codes check -> ofRows(rule, rows.codes(check), present(cells, rule));
            case Check.Standard check -> ofRows(rule, rows.standard(check), present(cells, rule));
            case Check.Order check -> ofRows(rule, rows.order(check), present(cells, rule));
            case Check.Sum check -> ofRows(rule, rows.sum(check), present(cells, rule));
            case Check.Placeholder check -> ofRows(rule, rows.placeholder(check), present(cells, rule));
            case Check.Never check -> ofRows(rule, rows.never(check), ALL);
            case Check.Shapes check -> ofRows(rule, rows.shapes(check), present(cells, rule));
            case Check.Tidy check -> ofRows(rule, rows.tidy(check), present(cells, rule));
            case Check.Unique check -> of(rule, sets.repeated(check.fields(), false), present(cells, rule));
            case Check.LookAlike check -> of(rule, sets.repeated(check.fields(), true), present(cells, rule));
            case Check.Outlier check -> of(rule, sets.outlier(check), present(cells, rule));
            case Check.Within check -> of(rule, sets.within(check), present(cells, rule));
            case Check.Spelling check -> of(rule, sets.spelling(check), present(cells, rule));
            case Check.Consistent check -> of(rule, sets.consistent(check), present(cells, rule));
            case Check.Reference check -> of(rule, sets.reference(check), present(cells, rule));
            case Check.Stuck check -> of(rule, new RunChecks(cells).stuck(check), present(cells, rule));
            case Check.Whole check -> of(rule, sets.whole(check), ALL);
            case Check.Gaps check ->
                new Compiled(rule, gaps.missing(check), gaps.expected(check), gaps.failures(check));
            case Check.Fresh check -> new Compiled(rule, gaps.stale(check), gaps.members(check), gaps.failures(check));
        };
    }

    private static Field<Long> present(Cells cells, QualityRule rule) {
        return cells.count(rule.check().fields());
    }

    private static Compiled ofRows(QualityRule rule, Condition failing, Field<Long> checked) {
        return new Compiled(rule, SetChecks.rows(failing), checked, new Failures.OfRows(failing));
    }

    private static Compiled of(QualityRule rule, SetChecks.Counted counted, Field<Long> checked) {
        return new Compiled(rule, counted.failing(), checked, new Failures.OfRows(counted.listed()));
    }

    /** The checks of the dataset's rules; a rule that no longer fits is told apart from the others. */
    public List<Attempt> compile(List<QualityRule> rules, Published relation) {
        return rules.stream().map(rule -> attempt(rule, relation)).toList();
    }

    private Attempt attempt(QualityRule rule, Published relation) {
        try {
            return new Attempt.Done(compile(rule, relation));
        } catch (org.chengshu.kernel.Fault e) {
            return new Attempt.Unfit(rule, String.valueOf(e.getMessage()));
        }
    }

    /** What became of one rule. */
    public sealed interface Attempt {
        record Done(Compiled compiled) implements Attempt {}

        record Unfit(QualityRule rule, String why) implements Attempt {}
    }
}
