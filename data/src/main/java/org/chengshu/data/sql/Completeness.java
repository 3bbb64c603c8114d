package org.chengshu.data.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import net.sf.jsqlparser.parser.CCJSqlParserTreeConstants;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.statement.select.Select;

/**
 * The last look over the syntax tree: a column, table or function that was passed by in reading would be missing from the
 * lineage, so the statement is refused.
 */
final class Completeness {
    private static final Set<Integer> LOOKED_FOR = Set.of(
            CCJSqlParserTreeConstants.JJTCOLUMN,
            CCJSqlParserTreeConstants.JJTTABLENAME,
            CCJSqlParserTreeConstants.JJTFUNCTION);

    private Completeness() {}

    static void check(Select select, Work work) {
        Deque<Node> open = new ArrayDeque<>();
        if (select.getASTNode() == null) {
            work.notUnderstood(select, "?");
            return;
        }
        open.push(select.getASTNode());
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (LOOKED_FOR.contains(node.getId()) && !isSeen(node, work)) {
                Token token = node.jjtGetFirstToken();
                work.fault(token, "不支持的写法：" + token.image, "not supported: " + token.image);
            }
            for (int i = 0; i < node.jjtGetNumChildren(); i++) {
                open.push(node.jjtGetChild(i));
            }
        }
    }

    // A call over a window is one thing around the call itself.
    private static boolean isSeen(Node node, Work work) {
        return work.hasSeen(node.jjtGetValue())
                || work.hasSeen(node.jjtGetParent().jjtGetValue());
    }
}
