package org.chengshu.data.sql;

import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.statement.select.Select;
import org.chengshu.data.sql.statement.PostgresWords;
import org.chengshu.data.sql.statement.SqlFault;
import org.chengshu.data.sql.statement.Statements;

/**
 * Reads one query of the PostgreSQL dialect and tells which columns of which relations each column of its answer is made
 * of. What it does not fully understand it refuses with the place; it never guesses, and never takes long: texts of more
 * than {@value #MOST_CHARACTERS} characters, {@value #MOST_NESTING} levels of brackets or five seconds are refused. Pure.
 */
public final class SqlReader {
    public static final int MOST_CHARACTERS = 65_536;
    public static final int MOST_NESTING = 40;

    private SqlReader() {}

    public static Reading read(String sql, Relations relations) {
        if (sql.length() > MOST_CHARACTERS) {
            return Reading.refused(
                    "SQL 超过 " + MOST_CHARACTERS + " 个字符", "the SQL is longer than " + MOST_CHARACTERS + " characters");
        }
        if (sql.indexOf('\0') >= 0) {
            return Reading.refused("SQL 含有编号为 0 的字符", "the SQL holds a character of number 0");
        }
        if (nesting(sql) > MOST_NESTING) {
            return Reading.refused("括号嵌套超过 " + MOST_NESTING + " 层", "brackets are nested deeper than " + MOST_NESTING);
        }
        CCJSqlParser parser = new CCJSqlParser(new StringProvider(sql)).withDialect(Dialect.POSTGRESQL);
        PostgresWords.readFor(parser, sql);
        return Bounded.run(parser, () -> understood(parser, relations));
    }

    private static Reading understood(CCJSqlParser parser, Relations relations) {
        Statements.Parsed parsed = Statements.parse(parser);
        return parsed.select().isEmpty()
                ? Reading.refused(parsed.faults())
                : derive(parsed.select().get(), relations);
    }

    private static Reading derive(Select select, Relations relations) {
        Work work = new Work(relations);
        Answer answer = new Selects(work).answer(select, Scope.top());
        if (work.faults().isEmpty()) {
            Completeness.check(select, work);
        }
        List<SqlFault> faults = work.faults();
        return faults.isEmpty()
                ? new Reading(Optional.of(work.derivation(answer)), List.of())
                : Reading.refused(faults);
    }

    // Brackets within texts count too: a bound, not a parser.
    private static int nesting(String sql) {
        int depth = 0;
        int most = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '(' || c == '[') {
                most = Math.max(most, ++depth);
            } else if (c == ')' || c == ']') {
                depth = Math.max(0, depth - 1);
            }
        }
        return most;
    }
}
