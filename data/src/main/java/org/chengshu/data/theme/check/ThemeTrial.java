package org.chengshu.data.theme.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.registry.Published;
import org.chengshu.data.sql.Derivation;
import org.chengshu.data.theme.model.Theme;
import org.chengshu.data.theme.model.ThemeField;
import org.chengshu.data.theme.model.ThemeSample;
import org.chengshu.data.theme.read.FactRelations;
import org.chengshu.data.theme.read.FactsReader;
import org.chengshu.data.theme.read.Rewritten;
import org.chengshu.kernel.Text;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.util.PSQLException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries a theme's query in a schema that is thrown away: tables of the inputs' names and types hold a sample's rows, the
 * query runs over them as it runs over the city's data, by the same role, and what it answers is compared with what the
 * sample expects. Without a sample the tables are empty, which still tells the types.
 */
@Component
class ThemeTrial {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST_DIFFERENCES = 5;

    private final FactsReader reader;
    private final JsonMapper mapper;

    ThemeTrial(FactsReader reader, JsonMapper mapper) {
        this.reader = reader;
        this.mapper = mapper;
    }

    /** One query to be tried. */
    record Tried(Theme theme, Derivation derivation, FactRelations relations) {
        Set<String> inputs() {
            return derivation.reads().stream()
                    .map(read -> read.relation().id())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /** What is wrong, as sentences; a line of the SQL where the database named a place. */
    record Trouble(int line, Text message) {}

    /** Types of the answer's columns that are not those of the fields. */
    List<Trouble> types(Tried tried) {
        return attempt(tried, Map.of(), (connection, sql, schema) -> mismatches(connection, sql, tried.theme()));
    }

    /** How the answer over the sample's rows differs from the rows expected. */
    List<Trouble> sample(Tried tried, ThemeSample sample) {
        List<Trouble> unknown = unknownRows(tried, sample);
        if (!unknown.isEmpty()) {
            return unknown;
        }
        return attempt(
                tried,
                sample.given(),
                (connection, sql, schema) -> differences(connection, sql, tried.theme(), sample));
    }

    private interface Look {
        List<Trouble> at(Connection connection, String sql, String schema) throws SQLException;
    }

    private List<Trouble> attempt(Tried tried, Map<String, List<JsonNode>> given, Look look) {
        String schema = "trial_" + UUID.randomUUID().toString().replace("-", "");
        Rewritten rewritten = Rewritten.of(
                tried.theme().sql(), tried.derivation(), relation -> DSL.name(schema, table(tried, relation.id())));
        try {
            return reader.read(
                    LIMIT,
                    connection -> {
                        prepare(connection, schema, tried, given);
                        return null;
                    },
                    connection -> look.at(connection, rewritten.sql(), schema));
        } catch (DataAccessException e) {
            return List.of(trouble(e, rewritten, tried.theme().sql()));
        }
    }

    private static String table(Tried tried, String dataset) {
        return tried.relations().get(dataset).map(Published::view).orElseThrow();
    }

    private static Trouble trouble(DataAccessException e, Rewritten rewritten, String original) {
        String message = e.getMessage() == null
                ? "?"
                : e.getMessage().lines().findFirst().orElse("?");
        int line = 0;
        if (e.getCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null) {
            message = cause.getServerErrorMessage().getMessage();
            int position = cause.getServerErrorMessage().getPosition() - WRAP.length();
            line = position > 0 ? rewritten.line(original, position) : 0;
        }
        return new Trouble(line, Text.of("数据库不接受这条 SQL：" + message, "the database does not take the SQL: " + message));
    }

    private static final String WRAP = "select to_jsonb(answer)::text from (";

    private void prepare(Connection connection, String schema, Tried tried, Map<String, List<JsonNode>> given)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
            for (String input : tried.inputs()) {
                Published dataset = tried.relations().get(input).orElseThrow();
                Name table = DSL.name(schema, dataset.view());
                statement.execute("create table " + table + " (" + columns(connection, dataset) + ")");
                fill(connection, table, given.getOrDefault(input, List.of()));
            }
            statement.execute("grant usage on schema " + schema + " to chengshu_facts");
            statement.execute("grant select on all tables in schema " + schema + " to chengshu_facts");
        }
    }

    // A view that is there has its own types; one that this pack is about to make has those of its fields.
    private static String columns(Connection connection, Published dataset) throws SQLException {
        Map<String, String> actual = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select a.attname, format_type(a.atttypid, null) from pg_attribute a
                where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped""")) {
            statement.setString(1, DSL.name(dataset.schema(), dataset.view()).toString());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    actual.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return dataset.dataset().fields().stream()
                .map(field ->
                        DSL.name(field.name()) + " " + actual.getOrDefault(field.name(), SqlTypes.of(field.type())))
                .collect(Collectors.joining(", "));
    }

    private void fill(Connection connection, Name table, List<JsonNode> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String insert =
                "insert into " + table + " select * from jsonb_populate_recordset(null::" + table + ", ?::jsonb)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, mapper.writeValueAsString(rows));
            statement.execute();
        }
    }

    private static List<Trouble> mismatches(Connection connection, String sql, Theme theme) throws SQLException {
        List<Trouble> troubles = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from (" + sql + "\n) as answer limit 0")) {
            ResultSetMetaData types = none.getMetaData();
            for (int i = 1; i <= types.getColumnCount(); i++) {
                String actual = types.getColumnTypeName(i);
                String column = types.getColumnLabel(i);
                theme.find(column)
                        .map(ThemeField::type)
                        .filter(type -> !SqlTypes.fits(type, actual))
                        .ifPresent(type -> troubles.add(new Trouble(
                                0,
                                Text.of(
                                        "列 " + column + " 的类型是 " + actual + "，声明为 " + type.word() + "；可写 ::"
                                                + SqlTypes.of(type),
                                        "the column " + column + " is of type " + actual + ", declared as "
                                                + type.word() + "; write ::" + SqlTypes.of(type)))));
            }
        }
        return troubles;
    }

    private List<Trouble> differences(Connection connection, String sql, Theme theme, ThemeSample sample)
            throws SQLException {
        List<String> compared = compared(theme, sample);
        List<Map<String, String>> answered = rows(connection, WRAP + sql + "\n) as answer", compared, theme);
        List<Map<String, String>> expected = new ArrayList<>();
        sample.expect().forEach(row -> expected.add(canonical(row, compared, theme)));
        List<Trouble> troubles = new ArrayList<>();
        List<Map<String, String>> surplus = new ArrayList<>(answered);
        for (Map<String, String> row : expected) {
            if (!surplus.remove(row) && troubles.size() < MOST_DIFFERENCES) {
                troubles.add(new Trouble(0, Text.of("应有而没有的行：" + row, "expected and not there: " + row)));
            }
        }
        surplus.stream()
                .limit(MOST_DIFFERENCES)
                .forEach(row -> troubles.add(new Trouble(0, Text.of("多出的行：" + row, "there and not expected: " + row))));
        return troubles;
    }

    private static List<String> compared(Theme theme, ThemeSample sample) {
        Set<String> named = new LinkedHashSet<>();
        sample.expect().forEach(row -> row.propertyNames().forEach(named::add));
        return theme.fields().stream()
                .map(ThemeField::name)
                .filter(name -> named.isEmpty() || named.contains(name))
                .toList();
    }

    private List<Map<String, String>> rows(Connection connection, String sql, List<String> compared, Theme theme)
            throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                rows.add(canonical(mapper.readTree(answer.getString(1)), compared, theme));
            }
        }
        return rows;
    }

    private static Map<String, String> canonical(JsonNode row, List<String> compared, Theme theme) {
        Map<String, String> canonical = new TreeMap<>();
        for (String name : compared) {
            FieldType type = theme.find(name).orElseThrow().type();
            canonical.put(name, SqlTypes.canonical(type, row.path(name)));
        }
        return canonical;
    }

    private static List<Trouble> unknownRows(Tried tried, ThemeSample sample) {
        List<Trouble> troubles = new ArrayList<>();
        sample.given().forEach((dataset, rows) -> {
            Optional<Published> input =
                    tried.relations().get(dataset).filter(_ -> tried.inputs().contains(dataset));
            if (input.isEmpty()) {
                troubles.add(new Trouble(0, Text.of("查询不读取 " + dataset, "the query does not read " + dataset)));
                return;
            }
            Set<String> fields =
                    input.get().dataset().fields().stream().map(FactField::name).collect(Collectors.toSet());
            rows.stream()
                    .flatMap(row -> row.propertyNames().stream())
                    .filter(name -> !fields.contains(name))
                    .distinct()
                    .forEach(name -> troubles.add(
                            new Trouble(0, Text.of(dataset + " 没有数据项 " + name, dataset + " has no field " + name))));
        });
        sample.expect().stream()
                .flatMap(row -> row.propertyNames().stream())
                .filter(name -> tried.theme().find(name).isEmpty())
                .distinct()
                .forEach(name ->
                        troubles.add(new Trouble(0, Text.of("主题没有数据项 " + name, "the theme has no field " + name))));
        return troubles;
    }
}
