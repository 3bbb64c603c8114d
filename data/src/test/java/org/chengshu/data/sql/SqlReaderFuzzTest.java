package org.chengshu.data.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Statements made of pieces by chance: each is read or refused, soon, and never in another way. */
class SqlReaderFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final int STATEMENTS = 4_000;
    private static final List<String> PIECES = List.of(
            "select",
            "from",
            "where",
            "group by",
            "order by",
            "having",
            "limit",
            "with",
            "recursive",
            "as",
            "union",
            "all",
            "intersect",
            "except",
            "join",
            "left",
            "full",
            "natural",
            "cross",
            "lateral",
            "using",
            "on",
            "over",
            "partition by",
            "filter",
            "within group",
            "case",
            "when",
            "then",
            "else",
            "end",
            "distinct",
            "exists",
            "in",
            "any",
            "between",
            "and",
            "or",
            "not",
            "null",
            "is",
            "like",
            "cast",
            "::",
            "(",
            ")",
            "(",
            ")",
            "[",
            "]",
            ",",
            ",",
            ".",
            "*",
            "+",
            "-",
            "/",
            "||",
            "->>",
            "#>>",
            "@>",
            "=",
            "<>",
            ">=",
            "a",
            "b",
            "c",
            "q",
            "id",
            "name",
            "amount",
            "kind",
            "title",
            "1",
            "'x'",
            "\"y\"",
            "$$z$$",
            "count",
            "sum",
            "now()",
            "values",
            "text",
            "numeric(10,2)",
            "interval '1 day'",
            "--c\n",
            "/*",
            "*/",
            ";",
            "?",
            ":p",
            "中",
            "year",
            "row",
            "array",
            "for update",
            "into",
            "window",
            "w");
    private static final String SEED =
            "with q as (select id, name n from a where amount > 1) select n, count(*) filter (where kind"
                    + " = 'x') over (partition by n) k from q join b using (id) left join lateral (select max(title) t from c where"
                    + " c.id = b.id) l on true group by 1, kind having sum(price) > 3 union all select name, 1 from a order by 1 limit 5";

    @Test
    void readsOrRefusesWhateverComes() {
        Random random = new Random(20_260_301);
        for (int i = 0; i < STATEMENTS; i++) {
            readOrRefused(i % 2 == 0 ? soup(random) : broken(random));
        }
    }

    @Test
    void staysWithinItsTimeOnWhatIsBuiltToTakeLong() {
        readOrRefused("select " + "(".repeat(38) + "1" + ")".repeat(38));
        readOrRefused("select " + "(select ".repeat(30) + "1" + ")".repeat(30));
        readOrRefused("select " + "case when a then ".repeat(30) + "1" + " end".repeat(30) + " from a");
        readOrRefused("select " + "1 + ".repeat(15_000) + "1");
        readOrRefused("select " + "not ".repeat(10_000) + "true");
        readOrRefused("select * from " + "a, ".repeat(5_000) + "b");
        readOrRefused("select " + "coalesce(".repeat(38) + "1" + ")".repeat(38));
        readOrRefused("select ((((((((((((((((((((((((((((((((((((((a = 1) and b) or c) and d");
        StringBuilder doubling = new StringBuilder("with t0 as (select * from a)");
        for (int i = 1; i < 20; i++) {
            doubling.append(", t%d as (select * from t%d x, t%d y)".formatted(i, i - 1, i - 1));
        }
        assertThat(readOrRefused(doubling + " select * from t19").faults()).isNotEmpty();
        assertThat(readOrRefused("select " + "(".repeat(100)).faults()).isNotEmpty();
        assertThat(readOrRefused(" ".repeat(70_000)).faults()).isNotEmpty();
    }

    private static Reading readOrRefused(String sql) {
        Reading reading = Assertions.assertTimeout(SOON, () -> Town.read(sql), sql);
        assertThat(reading.derivation().isPresent())
                .as(sql)
                .isEqualTo(reading.faults().isEmpty());
        return reading;
    }

    private static String soup(Random random) {
        StringBuilder sql = new StringBuilder("select ");
        int words = random.nextInt(1, 40);
        for (int i = 0; i < words; i++) {
            sql.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(8) == 0 ? "" : " ");
        }
        return sql.toString();
    }

    private static String broken(Random random) {
        StringBuilder sql = new StringBuilder(SEED);
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int at = random.nextInt(sql.length());
            switch (random.nextInt(3)) {
                case 0 -> sql.delete(at, Math.min(sql.length(), at + random.nextInt(1, 12)));
                case 1 -> sql.insert(at, " " + PIECES.get(random.nextInt(PIECES.size())) + " ");
                default -> sql.setCharAt(at, (char) random.nextInt(32, 127));
            }
        }
        return sql.toString();
    }
}
