package org.chengshu.data.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.chengshu.data.LineageEdge.How;
import org.chengshu.data.sql.Answer.Named;

/** Functions that answer rows, read from as tables are. */
final class TableFunctions {
    private static final String ORDINALITY = "ordinality";

    private final Work work;
    private final Expressions expressions;

    TableFunctions(Work work, Expressions expressions) {
        this.work = work;
        this.expressions = expressions;
    }

    Optional<String> alias(TableFunction item) {
        return Optional.ofNullable(item.getAlias())
                .map(Froms::name)
                .or(() -> Optional.of(Names.function(item.getFunction().getName())));
    }

    Answer answer(TableFunction item, Scope scope) {
        work.seen(item);
        Function function = item.getFunction();
        if (item.isRowsFrom() || function == null) {
            work.notUnderstood(item, "rows from");
            scope.breakDown();
            return Answer.NONE;
        }
        Flow flow = expressions.flow(function, scope).raised(How.COMPUTED);
        List<String> names = names(item, Names.function(function.getName()));
        List<Named> columns = new ArrayList<>();
        names.forEach(name -> columns.add(new Named(name, flow)));
        return new Answer(columns, flow.as(How.JOINED));
    }

    private static List<String> names(TableFunction item, String function) {
        List<String> names = new ArrayList<>();
        boolean numbered = item.getWithClause() != null && item.getWithClause().equalsIgnoreCase(ORDINALITY);
        Optional.ofNullable(item.getAlias())
                .map(Alias::getAliasColumns)
                .ifPresent(columns -> columns.forEach(column -> names.add(Names.of(column.name))));
        if (names.isEmpty()) {
            names.add(Optional.ofNullable(item.getAlias()).map(Froms::name).orElse(function));
            if (numbered) {
                names.add(ORDINALITY);
            }
        }
        return names;
    }
}
