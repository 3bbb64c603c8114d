package org.chengshu.data.rule;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.chengshu.data.DataError;
import org.chengshu.data.registry.Published;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Checks that one row can answer: the condition that a failing row fulfils. */
final class RowChecks {
    private static final String UNTIDY =
            "(^[[:space:]\u3000])|([[:space:]\u3000]$)|([ \u3000]{2})|[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]|[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]";

    private final Cells cells;
    private final BiFunction<Published, Check.Standard, List<String>> refused;
    private final RowConditions conditions;

    RowChecks(Cells cells, BiFunction<Published, Check.Standard, List<String>> refused, RowConditions conditions) {
        this.cells = cells;
        this.refused = refused;
        this.conditions = conditions;
    }

    Condition notNull(Check.NotNull check) {
        Condition absent = DSL.field(cells.name(check.field())).isNull();
        return isText(check.field()) ? absent.or(isWord(check.field(), check.nullWords())) : absent;
    }

    Condition nullWord(Check.NullWord check) {
        List<String> words =
                check.nullWords().stream().filter(word -> !word.isEmpty()).toList();
        return isWord(check.field(), words);
    }

    private Condition isWord(String field, List<String> words) {
        return DSL.condition("lower(btrim({0})) in ({1})", cells.text(field), literals(words));
    }

    Condition range(Check.Range check) {
        Field<Double> number = cells.number(check.field());
        Condition low = check.min()
                .map(least -> check.aboveMin() ? number.le(least) : number.lt(least))
                .orElseGet(DSL::falseCondition);
        Condition high = check.max().map(number::gt).orElseGet(DSL::falseCondition);
        Condition outside = low.or(high);
        return isText(check.field())
                ? outside.or(cells.present(check.field()).and(number.isNull()).and(notNullWord(check.field())))
                : outside;
    }

    private Condition notNullWord(String field) {
        return isWord(field, NullWords.USUAL).not();
    }

    Condition pattern(Check.Pattern check) {
        return DSL.condition("{0} <> '' and {0} !~ {1}", text(check.field()), DSL.val("^(?:" + check.regex() + ")$"))
                .and(notNullWord(check.field()));
    }

    Condition codes(Check.Codes check) {
        return DSL.condition("{0} <> '' and {0} not in ({1})", text(check.field()), literals(check.values()));
    }

    Condition standard(Check.Standard check) {
        List<String> wrong = refused.apply(cells.published(), check);
        return wrong.isEmpty()
                ? DSL.falseCondition()
                : DSL.condition("{0} = any ({1})", text(check.field()), DSL.val(wrong.toArray(String[]::new)));
    }

    Condition order(Check.Order check) {
        if (cells.isTime(check.lower()) != cells.isTime(check.upper())) {
            throw new Fault(
                    DataError.RULE_FAULTY,
                    check.lower() + " and " + check.upper() + " are not of one kind to be compared");
        }
        return DSL.condition("{0} > {1}", cells.ordered(check.lower()), cells.ordered(check.upper()));
    }

    Condition sum(Check.Sum check) {
        Field<Double> whole = cells.number(check.field());
        Field<Double> sum = check.terms().stream()
                .map(term -> term.factor() == 1
                        ? cells.number(term.field())
                        : cells.number(term.field()).mul(term.factor()))
                .reduce(Field::add)
                .orElseThrow();
        return DSL.condition(
                "abs({0} - ({1})) > {2} * greatest(abs({0}), abs({1})) + 1e-9", whole, sum, DSL.inline(check.within()));
    }

    Condition placeholder(Check.Placeholder check) {
        return DSL.condition("{0} in ({1})", text(check.field()), literals(check.values()));
    }

    Condition never(Check.Never check) {
        return conditions.all(cells.published().dataset(), check.conditions());
    }

    Condition shapes(Check.Shapes check) {
        String any = check.shapes().stream().map(Shape::regex).collect(Collectors.joining("|"));
        return DSL.condition("{0} <> '' and {0} !~ {1}", text(check.field()), DSL.val("^(?:" + any + ")$"))
                .and(notNullWord(check.field()));
    }

    Condition tidy(Check.Tidy check) {
        return DSL.condition("{0} ~ {1}", text(check.field()), DSL.inline(UNTIDY));
    }

    private boolean isText(String field) {
        return cells.field(field).type() == org.chengshu.core.spi.FieldType.TEXT;
    }

    private Field<String> text(String field) {
        return cells.text(field);
    }

    private static org.jooq.QueryPart literals(List<String> values) {
        return DSL.list(values.stream().map(DSL::val).toList());
    }
}
