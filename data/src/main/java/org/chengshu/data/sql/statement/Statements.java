package org.chengshu.data.sql.statement;

import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;
import org.chengshu.kernel.Text;

/** Text to syntax tree. */
public final class Statements {
    private Statements() {}

    /** A query, or why there is none. */
    public record Parsed(Optional<Select> select, List<SqlFault> faults) {
        static Parsed refused(int line, int column, String zh, String en) {
            return new Parsed(Optional.empty(), List.of(new SqlFault(line, column, Text.of(zh, en))));
        }
    }

    public static Parsed parse(CCJSqlParser parser) {
        try {
            Statement statement = parser.Statement();
            Token last = parser.token;
            Token rest = parser.getNextToken();
            if (rest.kind != 0 || ";".equals(last.image)) {
                Token at = rest.kind == 0 ? last : rest;
                return Parsed.refused(
                        at.beginLine, at.beginColumn, "只能有一条语句，且不带分号", "one statement only, without a semicolon");
            }
            return statement instanceof Select select
                    ? new Parsed(Optional.of(select), List.of())
                    : Parsed.refused(1, 1, "只能是查询（SELECT）", "only a query (SELECT) is taken");
        } catch (ParseException e) {
            return unexpected(e.currentToken);
        } catch (TokenMgrException e) {
            return Parsed.refused(0, 0, "SQL 含有无法识别的字符", "the SQL holds characters that are not understood");
        }
    }

    private static Parsed unexpected(Token before) {
        Token at = before == null || before.next == null ? before : before.next;
        if (at == null) {
            return Parsed.refused(0, 0, "无法解析 SQL", "the SQL cannot be parsed");
        }
        return at.kind == 0
                ? Parsed.refused(at.beginLine, at.beginColumn, "SQL 意外结束", "the SQL ends unexpectedly")
                : Parsed.refused(
                        at.beginLine,
                        at.beginColumn,
                        "此处的“" + at.image + "”无法理解",
                        "\"" + at.image + "\" is not understood here");
    }
}
