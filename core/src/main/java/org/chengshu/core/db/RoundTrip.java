package org.chengshu.core.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Statements that go to the database together and come back together, so that they cost the waiting for one. They are
 * carried out in their order, in the caller's transaction; when one fails nothing of the transaction stands. For one thread.
 */
public final class RoundTrip {
    private final List<String> statements = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final List<LongConsumer> takers = new ArrayList<>();

    /** A fixed statement with a question mark for each value; its result is not looked at. */
    public void add(String statement, Object... bound) {
        addNumbered(statement, any -> {}, bound);
    }

    /** As above, for a statement that returns numbers in its first column. */
    public void addNumbered(String statement, LongConsumer taker, Object... bound) {
        statements.add(statement);
        takers.add(taker);
        values.addAll(List.of(bound));
    }

    /** Goes, if there is anything to do. */
    public void go(Transactions transactions) {
        if (!statements.isEmpty()) {
            transactions.onConnection(this::on);
        }
    }

    private int on(Connection connection) throws SQLException {
        try (PreparedStatement all = connection.prepareStatement(String.join(";\n", statements))) {
            for (int i = 0; i < values.size(); i++) {
                all.setObject(i + 1, values.get(i));
            }
            boolean hasRows = all.execute();
            for (LongConsumer taker : takers) {
                if (hasRows) {
                    tell(all, taker);
                }
                hasRows = all.getMoreResults();
            }
            return takers.size();
        }
    }

    private static void tell(PreparedStatement statement, LongConsumer taker) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                taker.accept(rows.getLong(1));
            }
        }
    }
}
