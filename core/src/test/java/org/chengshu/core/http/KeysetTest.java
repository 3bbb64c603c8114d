package org.chengshu.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CoreTest
class KeysetTest {
    private static final Field<OffsetDateTime> AT = field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final int ROWS = 137;

    @Autowired
    DSLContext sql;

    @BeforeEach
    void fill() {
        sql.execute("drop table if exists facts.pages");
        sql.execute("create table facts.pages (at timestamptz, id bigint)");
        Random random = new Random(7);
        for (int id = 0; id < ROWS; id++) {
            // Few different times, down to the microsecond, so that the id has to decide as well.
            Instant at = Instant.parse("2026-01-01T00:00:00.123456Z").plusSeconds(random.nextInt(9));
            sql.execute("insert into facts.pages values (?::timestamptz, ?)", at, id);
        }
    }

    @Test
    void showsEveryRowOnceInOrderWhateverThePageLength() {
        List<Long> whole = sql.fetch("select id from facts.pages order by at desc, id desc")
                .getValues(0, Long.class);
        for (int limit : new int[] {1, 2, 50, 136, 137, 138, 500}) {
            assertThat(walk(limit)).isEqualTo(whole);
        }
    }

    private List<Long> walk(int limit) {
        List<Long> seen = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            CursorPage<Long> page = page(Cursor.of(next, limit));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return seen;
    }

    private CursorPage<Long> page(Cursor cursor) {
        return Keyset.fetch(
                sql.select(AT, ID).from(table(name("facts", "pages"))).where(noCondition()),
                cursor,
                AT,
                ID,
                row -> row.get(ID));
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        String ofNames = new Cursor.Key(Instant.EPOCH, "not a number").encode();

        assertThatThrownBy(() -> page(Cursor.of(Optional.of(ofNames), 5))).isInstanceOf(Fault.class);
    }
}
