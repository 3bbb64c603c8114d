package org.chengshu.data.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Dataset;
import org.chengshu.data.registry.Published;
import org.chengshu.data.rule.QualityRule;
import org.chengshu.data.rule.RuleJson;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/** A small table of one's own, and rules over it. */
public final class LedgerWorld {
    private final DSLContext sql;
    private final String table;
    private final List<FactField> fields = new ArrayList<>();

    private LedgerWorld(DSLContext sql, String name) {
        this.sql = sql;
        this.table = "ledger_" + name;
    }

    /** Columns are written {@code name type}, where a type is text, number, integer, instant or date. */
    public static LedgerWorld of(DSLContext sql, String name, String... columns) {
        LedgerWorld world = new LedgerWorld(sql, name);
        List<String> sqlColumns = new ArrayList<>();
        for (String column : columns) {
            String[] parts = column.split(" ");
            FieldType type = FieldType.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT));
            world.fields.add(new FactField(parts[0], Text.of(parts[0], parts[0]), type, Optional.empty(), 1));
            sqlColumns.add(parts[0] + " " + sqlType(type));
        }
        world.fields.add(new FactField("at", Text.of("at", "at"), FieldType.INSTANT, Optional.empty(), 1));
        sql.execute("drop table if exists cs_town." + world.table);
        sql.execute("create table cs_town." + world.table + " (" + String.join(", ", sqlColumns)
                + ", at timestamptz default '2026-03-01T00:00:00Z')");
        return world;
    }

    private static String sqlType(FieldType type) {
        return switch (type) {
            case TEXT -> "text";
            case NUMBER -> "numeric";
            case INTEGER -> "bigint";
            case BOOLEAN -> "boolean";
            case INSTANT -> "timestamptz";
            case DATE -> "date";
        };
    }

    public LedgerWorld row(Object... cells) {
        List<String> names =
                fields.stream().limit(cells.length).map(FactField::name).toList();
        String marks = fields.stream()
                .limit(cells.length)
                .map(field -> "cast(? as " + sqlType(field.type()) + ")")
                .collect(Collectors.joining(", "));
        sql.execute(
                "insert into cs_town." + table + " (" + String.join(", ", names) + ") values (" + marks + ")", cells);
        return this;
    }

    public Published relation() {
        Dataset dataset = new Dataset(
                "town." + table.replace('_', '-'), Text.of(table, table), "town", "at", Optional.empty(), fields);
        return new Published(dataset, "cs_town", table);
    }

    public QualityRule rule(String check) {
        String json =
                "{\"id\":\"r\",\"title\":{\"zh\":\"规则\",\"en\":\"Rule\"},\"check\":{" + check.replace('\'', '"') + "}}";
        return RuleJson.read(
                JsonMapper.shared().readTree(json), relation().dataset().id(), Optional.empty(), 1);
    }

    /** Failing and checked. */
    public List<Long> counts(Counting counting, String check) {
        RuleResult result =
                counting.count(List.of(rule(check)), relation()).results().getFirst();
        if (result.unfit().isPresent()) {
            throw new AssertionError(result.unfit().get());
        }
        return List.of(result.failing(), result.checked());
    }

    /** The first cells of what fails. */
    public List<String> failing(FailingRows rows, String check) {
        return rows.page(rule(check), relation(), Viewer.system(), 0, 100).rows().stream()
                .map(row -> row.getFirst().orElse("-"))
                .sorted()
                .toList();
    }
}
