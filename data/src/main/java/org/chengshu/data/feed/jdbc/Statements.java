package org.chengshu.data.feed.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** The statements that read a table or query of another database; names are quoted, values bound. */
final class Statements {
    private final JdbcConfig config;
    private final Engine engine;
    private final DSLContext dsl;

    Statements(JdbcConfig config) {
        this.config = config;
        this.engine = Engine.of(config.engine());
        this.dsl = DSL.using(
                engine.dialect(), new Settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED));
    }

    /** Makes the transaction see what the exported snapshot shows. */
    static String taking(String snapshot) {
        return DSL.using(SQLDialect.POSTGRES).render(DSL.query("set transaction snapshot {0}", DSL.inline(snapshot)));
    }

    private Table<?> source() {
        return config.table()
                .<Table<?>>map(table -> DSL.table(DSL.name(table.split("\\."))))
                .orElseGet(() -> DSL.table("({0})", DSL.raw(query())).as("chengshu_source"));
    }

    private String query() {
        return config.query().orElseThrow().strip().replaceFirst(";\\s*$", "");
    }

    /** Asks for the columns without reading rows. */
    List<JdbcColumn> columns(Connection connection) throws SQLException {
        Query nothing = dsl.select(DSL.asterisk()).from(source()).where("1 = 0");
        List<JdbcColumn> columns = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, nothing, List.of());
                ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData about = rows.getMetaData();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                String type = about.getColumnTypeName(i).toLowerCase(Locale.ROOT);
                columns.add(new JdbcColumn(about.getColumnLabel(i), about.getColumnType(i), type));
            }
        }
        if (columns.size() > FeedLimits.MOST_COLUMNS) {
            throw new Fault(
                    DataError.FEED_FAULTY,
                    "it has " + columns.size() + " columns; at most " + FeedLimits.MOST_COLUMNS + " are taken");
        }
        return List.copyOf(columns);
    }

    /** About how many rows the table has, as the database guesses without counting. */
    OptionalLong about(Connection connection) throws SQLException {
        Optional<String> question = config.table().flatMap(table -> engine.guess());
        if (question.isEmpty()) {
            return OptionalLong.empty();
        }
        String[] names = config.table().orElseThrow().split("\\.");
        try (PreparedStatement statement = connection.prepareStatement(question.get())) {
            statement.setString(1, names.length > 1 ? names[0] : "");
            statement.setString(2, names[names.length - 1]);
            try (ResultSet answer = statement.executeQuery()) {
                long rows = answer.next() ? answer.getLong(1) : 0;
                return rows > 0 ? OptionalLong.of(rows) : OptionalLong.empty();
            }
        }
    }

    Field<?> text(JdbcColumn column) {
        return engine.text(column).<Field<?>>map(field -> field).orElseGet(column::field);
    }

    /** The rows, in the order of the column that tells new from old. */
    PreparedStatement rows(Connection connection, List<JdbcColumn> columns, Optional<Watermark> from)
            throws SQLException {
        List<Field<?>> fields = columns.stream()
                .<Field<?>>map(column -> text(column).as(DSL.name(column.name())))
                .toList();
        SelectConditionStep<?> select = dsl.select(fields).from(source()).where(after(columns, from));
        Optional<JdbcColumn> by = config.by().map(name -> column(columns, name));
        Query query = by.<Query>map(column -> select.orderBy(qualified(column))).orElse(select);
        PreparedStatement statement = prepare(connection, query, query.getBindValues());
        statement.setFetchSize(config.fetch());
        return statement;
    }

    /** The column itself, not the text that the rows have under its name. */
    private Field<?> qualified(JdbcColumn column) {
        String[] names = config.table().map(table -> table.split("\\.")).orElse(new String[] {"chengshu_source"});
        return DSL.field(DSL.name(DSL.name(names), DSL.name(column.name())));
    }

    /** How many rows, how many values of each column, and their sums, by the database's own count. */
    PreparedStatement totals(Connection connection, List<JdbcColumn> columns, Optional<Watermark> from, boolean sums)
            throws SQLException {
        List<Field<?>> fields = new ArrayList<>(List.of(DSL.count()));
        if (sums) {
            for (JdbcColumn column : columns) {
                Field<String> text = engine.text(column).orElseThrow();
                fields.add(DSL.count(column.field()));
                fields.add(engine.sum(text));
            }
        }
        Query query = dsl.select(fields).from(source()).where(after(columns, from));
        return prepare(connection, query, query.getBindValues());
    }

    private Condition after(List<JdbcColumn> columns, Optional<Watermark> from) {
        return from.map(mark -> mark.after(column(columns, mark.by()), engine)).orElseGet(DSL::noCondition);
    }

    JdbcColumn column(List<JdbcColumn> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        DataError.SOURCE_FAULTY,
                        "there is no column " + name + "; there are "
                                + String.join(
                                        ", ",
                                        columns.stream()
                                                .map(JdbcColumn::name)
                                                .limit(30)
                                                .toList())));
    }

    private PreparedStatement prepare(Connection connection, Query query, List<Object> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(dsl.render(query));
        statement.setQueryTimeout(config.timeoutSeconds());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }
}
