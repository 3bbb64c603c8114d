package org.chengshu.data.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.schema.Column;
import org.chengshu.data.sql.Answer.Named;
import org.chengshu.kernel.Nearest;

/** Names of columns, found in the level where they stand and in those around it. */
final class Columns {
    private final Work work;

    Columns(Work work) {
        this.work = work;
    }

    Flow flow(Column column, Scope scope) {
        work.seen(column);
        String name = Names.of(column.getColumnName());
        if (column.getTable() == null) {
            return Names.isTime(column.getColumnName()) && scope.named(name).isEmpty()
                    ? present()
                    : plain(column, name, scope);
        }
        work.seen(column.getTable());
        if (column.getTable().getSchemaName() != null) {
            work.fault(column, "请用“别名.列”而不是 " + column, "write alias.column instead of " + column);
            return Flow.NONE;
        }
        return qualified(column, Names.of(column.getTable().getName()), name, scope);
    }

    /** A word such as {@code year} that the parser takes for a unit of time wherever it stands. */
    Flow word(DateUnitExpression word, Scope scope) {
        return plain(word, word.toString().toLowerCase(Locale.ROOT), scope);
    }

    private Flow present() {
        work.unsettled();
        return Flow.NONE;
    }

    private Flow plain(ASTNodeAccess at, String name, Scope scope) {
        Optional<Scope> level = Optional.of(scope);
        while (level.isPresent()) {
            List<Named> found = level.get().named(name);
            if (found.size() > 1) {
                work.fault(at, "列 " + name + " 有歧义", "the column " + name + " is ambiguous");
            }
            if (!found.isEmpty()) {
                return found.getFirst().flow();
            }
            level = level.get().around();
        }
        if (scope.entry(name).isPresent()) {
            work.notUnderstood(at, name + " (" + "whole row" + ")");
        } else {
            unknown(at, name, name, scope.all(), scope);
        }
        return Flow.NONE;
    }

    private Flow qualified(ASTNodeAccess at, String alias, String name, Scope scope) {
        Optional<List<Named>> entry = scope.entry(alias);
        if (entry.isEmpty()) {
            if (!scope.isBroken()) {
                work.fault(at, "没有名为 " + alias + " 的表或别名", "there is no table or alias " + alias);
            }
            return Flow.NONE;
        }
        List<Named> found =
                entry.get().stream().filter(named -> named.name().equals(name)).toList();
        if (found.isEmpty()) {
            unknown(at, alias + "." + name, name, entry.get(), scope);
            return Flow.NONE;
        }
        if (found.size() > 1) {
            work.fault(at, "列 " + name + " 有歧义", "the column " + name + " is ambiguous");
        }
        return found.getFirst().flow();
    }

    private void unknown(ASTNodeAccess at, String written, String name, List<Named> known, Scope scope) {
        if (scope.isBroken()) {
            return;
        }
        String near = Nearest.of(name, known.stream().map(Named::name).toList()).orElse("");
        work.fault(
                at,
                "没有列 " + written + (near.isEmpty() ? "" : "，是否指 " + near + "？"),
                "there is no column " + written + (near.isEmpty() ? "" : "; did you mean " + near + "?"));
    }
}
