package org.chengshu.data.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.Values;
import org.chengshu.data.LineageEdge.How;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.data.sql.Answer.Named;
import org.chengshu.kernel.Nearest;

/** What a query reads from: tables, queries and functions, joined. */
final class Froms {
    private final Work work;
    private final Selects selects;
    private final Joins joins;
    private final TableFunctions functions;

    Froms(Work work, Selects selects, Expressions expressions) {
        this.work = work;
        this.selects = selects;
        this.joins = new Joins(work, this, expressions);
        this.functions = new TableFunctions(work, expressions);
    }

    void read(PlainSelect select, Scope scope) {
        if (select.getFromItem() == null) {
            return;
        }
        scope.group();
        scope.lastGroup(add(select.getFromItem(), scope, How.COPIED));
        joins.read(Optional.ofNullable(select.getJoins()).orElse(List.of()), scope);
    }

    /** Makes the item's names known and answers its columns. */
    List<Named> add(FromItem item, Scope scope, How how) {
        Supported.check(item, work);
        return switch (item) {
            case Table table -> entered(table, alias(table), table(table, how, scope), scope);
            case LateralSubSelect lateral -> query(lateral, scope, scope, how);
            case ParenthesedSelect query -> query(query, scope.beside(), scope, how);
            case Values values -> query(values, scope.beside(), scope, how);
            case TableFunction function ->
                entered(item, functions.alias(function), functions.answer(function, scope), scope);
            case ParenthesedFromItem inner -> inner(inner, scope, how);
            default -> refused(item, scope);
        };
    }

    private List<Named> refused(FromItem item, Scope scope) {
        work.notUnderstood(item, Supported.words(item));
        scope.breakDown();
        return List.of();
    }

    private List<Named> query(Select query, Scope around, Scope scope, How how) {
        Answer answer = selects.answer(query, around);
        Answer seen =
                how == How.JOINED ? new Answer(answer.columns(), answer.rows().as(How.JOINED)) : answer;
        return entered(query, Optional.ofNullable(query.getAlias()).map(Froms::name), named(seen, query), scope);
    }

    private List<Named> inner(ParenthesedFromItem item, Scope scope, How how) {
        if (item.getAlias() == null) {
            scope.group();
            scope.lastGroup(add(item.getFromItem(), scope, how));
            joins.read(Optional.ofNullable(item.getJoins()).orElse(List.of()), scope);
            return scope.ungroup();
        }
        if (item.getFromItem() instanceof Values values && item.getJoins() == null) {
            Answer answer = named(selects.answer(values, scope.beside()), item);
            return entered(item, Optional.of(name(item.getAlias())), answer, scope);
        }
        work.notUnderstood(item, "(...) as " + item.getAlias().getName());
        scope.breakDown();
        return List.of();
    }

    private List<Named> entered(ASTNodeAccess at, Optional<String> alias, Answer answer, Scope scope) {
        scope.rows(answer.rows());
        alias.filter(name -> !scope.entry(name, answer.columns()))
                .ifPresent(name -> work.fault(at, "名称 " + name + " 出现了两次", "the name " + name + " is given twice"));
        return answer.columns();
    }

    private Answer table(Table table, How how, Scope scope) {
        work.seen(table);
        String name = Names.of(table.getName());
        Optional<String> schema = Optional.ofNullable(table.getSchemaName()).map(Names::of);
        if (table.getDatabaseName() != null || table.getTimeTravel() != null || table.getIndexHint() != null) {
            work.notUnderstood(table, table.getFullyQualifiedName());
        }
        Optional<Answer> common = schema.isPresent() ? Optional.empty() : scope.common(name);
        if (common.isPresent()) {
            Answer answer = common.get();
            return named(
                    how == How.JOINED
                            ? new Answer(answer.columns(), answer.rows().as(how))
                            : answer,
                    table);
        }
        return named(relation(table, schema, name, how, scope), table);
    }

    private Answer relation(Table table, Optional<String> schema, String name, How how, Scope scope) {
        Optional<Relation> found = work.relations().find(schema, name);
        if (found.isEmpty()) {
            String written = schema.map(its -> its + "." + name).orElse(name);
            String near = Nearest.of(written, work.relations().names()).orElse("");
            work.fault(
                    table,
                    "没有数据资源 " + written + (near.isEmpty() ? "" : "，是否指 " + near + "？"),
                    "there is no dataset " + written + (near.isEmpty() ? "" : "; did you mean " + near + "?"));
            scope.breakDown();
            return Answer.NONE;
        }
        Relation relation = found.get();
        read(table, relation, name);
        List<Named> columns = new ArrayList<>();
        for (String column : relation.columns()) {
            String field = relation.whole() ? Point.ROWS : column;
            columns.add(new Named(column, Flow.of(relation.id(), field, How.COPIED)));
        }
        return new Answer(columns, Flow.of(relation.id(), Point.ROWS, how));
    }

    private void read(Table table, Relation relation, String name) {
        Token first = table.getASTNode().jjtGetFirstToken();
        Token last = first;
        // The name ends where no dot goes on; an alias may follow it.
        while (last.next != null && last.next.image.equals(".")) {
            last = last.next.next;
        }
        work.read(new Derivation.Read(
                relation,
                first.absoluteBegin - 1,
                last.absoluteEnd - 1,
                table.getAlias() != null,
                name,
                first.beginLine));
    }

    private static Answer named(Answer answer, FromItem item) {
        return Optional.ofNullable(item.getAlias())
                .map(Alias::getAliasColumns)
                .map(columns -> answer.renamed(
                        columns.stream().map(column -> Names.of(column.name)).toList()))
                .orElse(answer);
    }

    private static Optional<String> alias(Table table) {
        return Optional.of(table.getAlias() == null ? Names.of(table.getName()) : name(table.getAlias()));
    }

    static String name(Alias alias) {
        return Names.of(alias.getName());
    }
}
