package org.chengshu.data.load.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.DataTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Both sides of a reconciliation must come to the same numbers, whatever the values. */
@DataTest
class SumsTest {
    @Autowired
    private DSLContext sql;

    @Autowired
    private Transactions transactions;

    @Test
    void theSumOfATextIsTheDatabasesOwn() {
        Random random = new Random(11);
        for (int length = 0; length < 80; length++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.appendCodePoint(i % 5 == 0 ? 0x4e00 + random.nextInt(0x5000) : 32 + random.nextInt(90));
            }
            long ours = Sum64.pg64(text.toString().getBytes(StandardCharsets.UTF_8));
            long theirs = sql.resultQuery("select hashtextextended(?, 0)", text.toString())
                    .fetchOne(0, long.class);
            assertThat(ours).as(text.toString()).isEqualTo(theirs);
        }
    }

    @Test
    void aConvertedValueIsWrittenAsTheDatabaseWritesItBack() {
        List<String> wrong = new ArrayList<>();
        check(
                wrong,
                FieldType.NUMBER,
                "numeric",
                "1",
                "-0",
                "007.10",
                "1e3",
                "-2.50E-4",
                ".5",
                "0E+3",
                "-0.00",
                "1,234.5");
        check(wrong, FieldType.INTEGER, "bigint", "7", "-0", "+12", "007", "12.0", "1,234", "9223372036854775807");
        check(wrong, FieldType.BOOLEAN, "boolean", "是", "N", "0", "True");
        check(wrong, FieldType.DATE, "date", "2024-2-29", "20240229", "2024年2月9日", "0999-01-01", "2024/1/2 08:30");
        check(
                wrong,
                FieldType.INSTANT,
                "timestamptz",
                "2024-02-29",
                "2024-02-29T08:30:00.120Z",
                "2024/1/2 8:30",
                "2024-01-02 08:30:15.000001+05:30",
                "20240102083015",
                "1900-01-01 00:00:00",
                "2024-1-1 1:02:03 PM");
        assertThat(wrong).isEmpty();
    }

    private void check(List<String> wrong, FieldType type, String sqlType, String... delivered) {
        Conversion conversion = Conversions.of(type, Optional.empty(), ZoneId.of("Asia/Shanghai"));
        for (String text : delivered) {
            String ours = ((Converted.Value) conversion.convert(text)).text();
            String back = transactions.call(() -> {
                sql.execute("set local timezone to 'UTC'");
                return sql.resultQuery("select cast(cast(? as " + sqlType + ") as text)", ours)
                        .fetchOne(0, String.class);
            });
            if (!ours.equals(back)) {
                wrong.add(text + " gives " + ours + ", the database has " + back);
            }
        }
    }

    @Test
    void anyNumberComesBackAsItWent() {
        Random random = new Random(3);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong(), random.nextInt(-20, 40));
            check(wrong, FieldType.NUMBER, "numeric", number.toString());
        }
        assertThat(wrong).isEmpty();
    }
}
