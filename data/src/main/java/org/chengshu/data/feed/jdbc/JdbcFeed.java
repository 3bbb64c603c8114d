package org.chengshu.data.feed.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedTotals;
import org.chengshu.data.feed.SumMethod;
import org.chengshu.data.feed.table.Heads;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.JsonNode;

/**
 * Rows of another database, read in one transaction that only reads and sees one state of it; what the database says of its
 * rows afterwards is asked in the same transaction.
 */
final class JdbcFeed implements Feed {
    private final Connection connection;
    private final JdbcConfig config;
    private final Statements statements;
    private final List<JdbcColumn> columns;
    private final List<String> names;
    private final Optional<Watermark> from;
    private final boolean sums;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Pace pace;
    private final int byIndex;
    private final OptionalLong expected;
    private Optional<Watermark> mark;
    private long line;

    private JdbcFeed(Connection connection, JdbcConfig config, Optional<Watermark> from, Optional<String> snapshot)
            throws SQLException {
        this.connection = connection;
        this.config = config;
        this.statements = new Statements(config);
        begin(connection, snapshot);
        this.columns = statements.columns(connection);
        List<String> delivered = columns.stream().map(JdbcColumn::name).toList();
        this.names = Heads.of(delivered, delivered.size());
        this.from = from.map(mark -> mark.before(config.byTime() ? config.overlapSeconds() : 0));
        this.mark = from;
        this.byIndex = config.by()
                .map(name -> columns.indexOf(statements.column(columns, name)))
                .orElse(-1);
        this.sums = sumsUp(connection, Engine.of(config.engine()));
        this.pace = new Pace(config);
        this.expected = from.isEmpty() ? statements.about(connection) : OptionalLong.empty();
        this.statement = statements.rows(connection, columns, this.from);
        this.rows = statement.executeQuery();
    }

    /** Closes the connection when there is no feed of it. */
    static Feed open(Connection connection, JdbcConfig config, Optional<Watermark> from, Optional<String> snapshot) {
        try {
            return new JdbcFeed(connection, config, from, snapshot);
        } catch (SQLException e) {
            close(connection);
            throw new Fault(DataError.SOURCE_REFUSED, JdbcDrivers.words(e), e);
        } catch (Fault e) {
            close(connection);
            throw e;
        }
    }

    private static void close(Connection connection) {
        asking(() -> {
            connection.close();
            return true;
        });
    }

    private static void begin(Connection connection, Optional<String> snapshot) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        if (connection.getMetaData().supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }
        if (snapshot.isPresent()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(Statements.taking(snapshot.get()));
            }
        }
    }

    /** PostgreSQL hashes bytes of its own encoding, so only those in UTF-8 can be compared; before 11 it does not hash so. */
    private static boolean sumsUp(Connection connection, Engine engine) throws SQLException {
        if (engine != Engine.POSTGRESQL) {
            return engine.sums() != SumMethod.NONE;
        }
        try (PreparedStatement ask = connection.prepareStatement(
                        "select current_setting('server_encoding'), current_setting('server_version_num')::int");
                ResultSet answer = ask.executeQuery()) {
            return answer.next() && answer.getString(1).equals("UTF8") && answer.getInt(2) >= 110_000;
        }
    }

    @Override
    public List<String> columns() {
        return names;
    }

    @Override
    public boolean next() {
        return asking(() -> {
            if (line > 0) {
                pace.row();
            }
            if (!rows.next()) {
                return false;
            }
            line++;
            if (byIndex >= 0) {
                value(byIndex)
                        .ifPresent(value ->
                                mark = Optional.of(new Watermark(config.by().orElseThrow(), value)));
            }
            return true;
        });
    }

    @Override
    public Optional<String> cell(int column) {
        return asking(() -> value(column));
    }

    private Optional<String> value(int column) throws SQLException {
        if (config.engine().equals("other")) {
            return Rendered.text(rows, column + 1, columns.get(column).sqlType());
        }
        return Optional.ofNullable(rows.getString(column + 1));
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public Optional<JsonNode> mark() {
        return mark.map(Watermark::json);
    }

    @Override
    public OptionalLong expected() {
        return expected;
    }

    @Override
    public SumMethod sums() {
        return sums ? Engine.of(config.engine()).sums() : SumMethod.NONE;
    }

    @Override
    public FeedTotals totals() {
        return asking(() -> {
            try (PreparedStatement ask = statements.totals(connection, columns, from, sums);
                    ResultSet answer = ask.executeQuery()) {
                answer.next();
                Map<String, FeedTotals.ColumnTotal> totals = new LinkedHashMap<>();
                for (int i = 0; sums && i < columns.size(); i++) {
                    BigDecimal sum =
                            Optional.ofNullable(answer.getBigDecimal(3 + 2 * i)).orElse(BigDecimal.ZERO);
                    totals.put(
                            names.get(i),
                            new FeedTotals.ColumnTotal(
                                    answer.getLong(2 + 2 * i),
                                    sum.toBigInteger().longValue()));
                }
                return new FeedTotals(Optional.of(answer.getLong(1)), totals);
            }
        });
    }

    @Override
    public void close() {
        try (connection) {
            statement.cancel();
            connection.rollback();
        } catch (SQLException e) {
            // The connection is given up either way.
            return;
        }
    }

    interface Asking<T> {
        T ask() throws SQLException;
    }

    static <T> T asking(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (SQLException e) {
            boolean faulty = Optional.ofNullable(e.getSQLState())
                    .filter(state -> state.startsWith("22"))
                    .isPresent();
            throw new Fault(faulty ? DataError.FEED_FAULTY : DataError.FEED_BROKEN, JdbcDrivers.words(e), e);
        }
    }
}
