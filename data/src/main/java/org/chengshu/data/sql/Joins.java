package org.chengshu.data.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Join;
import org.chengshu.data.LineageEdge.How;
import org.chengshu.data.sql.Answer.Named;

/** Joins: what belongs together, and which columns two sides have in common. */
final class Joins {
    private final Work work;
    private final Froms froms;
    private final Expressions expressions;

    Joins(Work work, Froms froms, Expressions expressions) {
        this.work = work;
        this.froms = froms;
        this.expressions = expressions;
    }

    void read(List<Join> joins, Scope scope) {
        for (Join join : joins) {
            Supported.check(join, work);
            if (join.isSimple()) {
                scope.comma();
            }
            List<Named> left = scope.lastGroup();
            List<Named> right = froms.add(join.getFromItem(), scope, How.JOINED);
            List<String> shared = shared(join, left, right);
            scope.lastGroup(shared.isEmpty() ? both(left, right) : merged(join, left, right, shared, scope));
            join.getOnExpressions()
                    .forEach(on -> scope.rows(expressions.flow(on, scope).as(How.JOINED)));
        }
    }

    private List<String> shared(Join join, List<Named> left, List<Named> right) {
        List<String> shared = new ArrayList<>();
        for (Column column : Optional.ofNullable(join.getUsingColumns()).orElse(List.of())) {
            work.seen(column);
            shared.add(Names.of(column.getColumnName()));
        }
        if (join.isNatural()) {
            left.stream()
                    .map(Named::name)
                    .filter(name ->
                            right.stream().anyMatch(other -> other.name().equals(name)))
                    .distinct()
                    .forEach(shared::add);
        }
        return shared;
    }

    private List<Named> merged(Join join, List<Named> left, List<Named> right, List<String> shared, Scope scope) {
        List<Named> merged = new ArrayList<>();
        for (String name : shared) {
            Flow ofLeft = one(join.getFromItem(), left, name, scope);
            Flow ofRight = one(join.getFromItem(), right, name, scope);
            scope.rows(ofLeft.and(ofRight).as(How.JOINED));
            merged.add(new Named(name, kept(join, ofLeft, ofRight)));
        }
        left.stream().filter(column -> !shared.contains(column.name())).forEach(merged::add);
        right.stream().filter(column -> !shared.contains(column.name())).forEach(merged::add);
        return merged;
    }

    private static Flow kept(Join join, Flow left, Flow right) {
        if (join.isFull()) {
            return left.and(right).raised(How.COMPUTED);
        }
        return join.isRight() ? right : left;
    }

    private Flow one(ASTNodeAccess at, List<Named> side, String name, Scope scope) {
        List<Named> found =
                side.stream().filter(column -> column.name().equals(name)).toList();
        if (found.size() != 1 && !scope.isBroken()) {
            work.fault(
                    at, "连接列 " + name + " 在一侧不是恰好一列", "the join column " + name + " is not exactly one of each side");
        }
        return found.isEmpty() ? Flow.NONE : found.getFirst().flow();
    }

    private static List<Named> both(List<Named> left, List<Named> right) {
        List<Named> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }
}
