package org.chengshu.data.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.parser.Token;
import org.chengshu.data.sql.statement.SqlFault;
import org.chengshu.kernel.Text;

/** What is gathered while one statement is read. */
final class Work {
    private static final int MOST_FAULTS = 50;

    private final Relations relations;
    private final Set<SqlFault> faults = new LinkedHashSet<>();
    private final Map<Integer, Derivation.Read> reads = new TreeMap<>();
    private final Set<Derivation.Call> calls = new LinkedHashSet<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean settled = true;

    Work(Relations relations) {
        this.relations = relations;
    }

    Relations relations() {
        return relations;
    }

    List<SqlFault> faults() {
        return List.copyOf(faults);
    }

    void fault(ASTNodeAccess at, String zh, String en) {
        Token token = token(at.getASTNode());
        fault(token, zh, en);
    }

    void fault(Token token, String zh, String en) {
        if (faults.size() < MOST_FAULTS) {
            int line = token == null ? 0 : token.beginLine;
            int column = token == null ? 0 : token.beginColumn;
            faults.add(new SqlFault(line, column, Text.of(zh, en)));
        }
    }

    /** Something of the language that is not understood, so that nothing can be said of the statement. */
    void notUnderstood(ASTNodeAccess at, String what) {
        fault(at, "不支持的写法：" + what, "not supported: " + what);
    }

    /** A column, table or call that was taken into account. */
    void seen(Object thing) {
        seen.add(thing);
    }

    boolean hasSeen(Object thing) {
        return seen.contains(thing);
    }

    void unsettled() {
        settled = false;
    }

    void read(Derivation.Read read) {
        reads.put(read.from(), read);
    }

    void call(String name, ASTNodeAccess at) {
        Token token = token(at.getASTNode());
        calls.add(
                new Derivation.Call(name, token == null ? 0 : token.beginLine, token == null ? 0 : token.beginColumn));
        if (!Names.isSettled(name)) {
            unsettled();
        }
    }

    static Token token(Node node) {
        return node == null ? null : node.jjtGetFirstToken();
    }

    Derivation derivation(Answer answer) {
        List<Derivation.Column> columns = new ArrayList<>();
        answer.columns()
                .forEach(column -> columns.add(
                        new Derivation.Column(column.name(), column.flow().origins())));
        return new Derivation(
                columns, answer.rows().origins(), List.copyOf(reads.values()), List.copyOf(calls), settled);
    }
}
