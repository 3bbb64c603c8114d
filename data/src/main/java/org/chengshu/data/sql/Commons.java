package org.chengshu.data.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;

/** Common table expressions: what WITH names. */
final class Commons {
    // Each round adds a field somewhere or is the last, and few statements need a third.
    private static final int MOST_ROUNDS = 50;

    private final Work work;
    private final Selects selects;

    Commons(Work work, Selects selects) {
        this.work = work;
        this.selects = selects;
    }

    void declare(Select select, Scope scope) {
        List<WithItem<?>> items = Optional.ofNullable(select.getWithItemsList()).orElse(List.of());
        boolean recursive = items.stream().anyMatch(WithItem::isRecursive);
        for (WithItem<?> item : items) {
            if (!(item.getParenthesedStatement() instanceof ParenthesedSelect body)) {
                work.notUnderstood(select, "with " + item.getAliasName());
                scope.breakDown();
                continue;
            }
            Supported.refuse(work, body, "with", item.getWithFunctionDeclaration(), item.getCycleClause());
            Supported.refuse(work, body, "search", item.getSearchClause());
            String name = Names.of(item.getAliasName());
            List<String> columns = columns(item);
            scope.common(name, recursive ? recursive(name, body, columns, scope) : once(body, columns, scope));
        }
    }

    private Answer once(ParenthesedSelect body, List<String> columns, Scope scope) {
        return selects.answer(body, scope).renamed(columns);
    }

    private Answer recursive(String name, ParenthesedSelect body, List<String> columns, Scope scope) {
        if (!(body.getSelect() instanceof SetOperationList list)) {
            return once(body, columns, scope);
        }
        Scope inside = scope.inside();
        Answer known = selects.answer(list.getSelect(0), inside).renamed(columns);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            inside.common(name, known);
            Answer next = selects.answer(body, inside).renamed(columns);
            if (next.equals(known)) {
                break;
            }
            known = next;
        }
        return known;
    }

    private static List<String> columns(WithItem<?> item) {
        List<String> names = new ArrayList<>();
        Optional.ofNullable(item.getWithItemList())
                .ifPresent(list -> list.forEach(
                        column -> names.add(Names.of(column.getExpression().toString()))));
        Optional.ofNullable(item.getAlias())
                .map(Alias::getAliasColumns)
                .ifPresent(list -> list.forEach(column -> names.add(Names.of(column.name))));
        return names;
    }
}
