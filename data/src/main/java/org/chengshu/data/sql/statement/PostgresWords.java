package org.chengshu.data.sql.statement;

import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.CCJSqlParserTokenManager;
import net.sf.jsqlparser.parser.SimpleCharStream;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;

/** Words that name types in other dialects and mean nothing in this one, so that columns may be called by them. */
public final class PostgresWords extends CCJSqlParserTokenManager {
    private static final Set<String> NO_TYPES = Set.of("number", "blob");

    private PostgresWords(String sql) {
        super(new SimpleCharStream(new StringProvider(sql)));
    }

    public static void readFor(CCJSqlParser parser, String sql) {
        PostgresWords words = new PostgresWords(sql);
        words.configuration = parser.getConfiguration();
        parser.token_source = words;
    }

    @Override
    public Token getNextToken() {
        Token token = super.getNextToken();
        if (token.image != null && NO_TYPES.contains(token.image.toLowerCase(Locale.ROOT))) {
            token.kind = CCJSqlParserConstants.S_IDENTIFIER;
        }
        return token;
    }
}
