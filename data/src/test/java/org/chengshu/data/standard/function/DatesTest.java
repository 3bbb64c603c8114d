package org.chengshu.data.standard.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    private static final List<String> SHAPES = List.of(
            "yyyy-MM-dd",
            "yyyy/M/d",
            "yyyy.MM.dd",
            "yyyyMMdd",
            "yyyy年M月d日",
            "yyyy年MM月dd号",
            "d MMM yyyy",
            "MMMM d, yyyy",
            "dd-MMM-yyyy",
            "EEE, d MMM yyyy",
            "yyyy-MM-dd 00:00:00",
            "yyyy-MM-dd'T'00:00:00'Z'");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-01            | 2024-03-01
            ２０２４年３月１日       | 2024-03-01
            二〇二四年三月一日       | 2024-03-01
            二零二四年十二月三十一日  | 2024-12-31
            民国113年3月1日         | 2024-03-01
            2024年3月1日 星期五      | 2024-03-01
            2024.3.1              | 2024-03-01
            31/12/2024            | 2024-12-31
            12/31/2024            | 2024-12-31
            05/05/2024            | 2024-05-05
            March 1st, 2024       | 2024-03-01
            45352                 | 2024-03-01
            2024-03-01 13:45      | 2024-03-01
            2024-02-29            | 2024-02-29
            """)
    void readsDatesOfManyShapes(String text, String day) {
        assertThat(Book.of("date", text)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-02-29         | !NO_SUCH_DAY     |
            2024-31-12         | !NO_SUCH_MONTH   | 2024-12-31
            0000-00-00         | !NO_SUCH_YEAR    |
            24-03-01           | !YEAR_TWO_DIGITS | 2024-03-01
            85年3月1日          | !YEAR_TWO_DIGITS | 1985-03-01
            03/04/2024         | !ORDER_AMBIGUOUS | 2024-03-04 / 2024-04-03
            00/04/2024         | !NO_SUCH_MONTH   |
            11/00/2024         | !NO_SUCH_DAY     |
            2024年3月           | !DAY_MISSING     |
            2024               | !DAY_MISSING     |
            202403             | !YEAR_TWO_DIGITS |
            2024年3月1日 星期六   | !WEEKDAY         |
            农历二月初二          | !LUNAR           |
            明天                | !NOT_A_DATE      |
            2024-03-01 25:00   | !TIME            |
            不详                | ~                |
            """)
    void namesWhatIsWrongWithADate(String text, String problem, String meant) {
        assertThat(Book.of("date", text)).isEqualTo(problem);
        if (meant != null) {
            assertThat(Book.suggestion("date", text)).isEqualTo(meant);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            datetime          | 2024/3/1 8:30             | 2024-03-01T08:30:00+08:00
            datetime          | 2024-03-01T08:30:00Z      | 2024-03-01T08:30:00Z
            datetime          | 2024-03-01T08:30:00.250+0100 | 2024-03-01T08:30:00.25+01:00
            datetime          | 2024年3月1日8时30分5秒       | 2024-03-01T08:30:05+08:00
            datetime          | 2024年3月1日 下午3点20分     | 2024-03-01T15:20:00+08:00
            datetime          | 03/25/2024 12:05 AM       | 2024-03-25T00:05:00+08:00
            datetime          | 20240301083005            | 2024-03-01T08:30:05+08:00
            datetime          | 2024-03-01 24:00          | 2024-03-02T00:00:00+08:00
            datetime          | 45352.5                   | 2024-03-01T12:00:00+08:00
            datetime:zone=UTC | 2024-03-01                | 2024-03-01T00:00:00Z
            datetime          | 2024-03-01 25:00          | !TIME
            datetime          | 20240301993005            | !TIME
            date:order=dmy    | 03/04/2024                | 2024-04-03
            date:order=mdy    | 03/04/2024                | 2024-03-04
            date:excel=no     | 45352                     | !NOT_A_DATE
            date:part=month   | 2024年3月1日               | 03
            """)
    void readsTimesAndTakesOptions(String call, String text, String value) {
        assertThat(Book.of(call, text)).isEqualTo(value);
    }

    @Property(tries = 300)
    void everyDayOfEveryShapeIsReadBack(@ForAll @IntRange(min = -150_000, max = 150_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        for (String shape : SHAPES) {
            String text = date.format(DateTimeFormatter.ofPattern(shape, Locale.ENGLISH));
            assertThat(Book.of("date", text)).as(text).isEqualTo(date.toString());
        }
    }

    @Property(tries = 300)
    void readingTheResultAgainChangesNothing(
            @ForAll @IntRange(min = 1000, max = 9999) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day) {
        String read = Book.of("date", year + "/" + month + "/" + day);
        assertThat(read.startsWith("!") ? read : Book.of("date", read)).isEqualTo(read);
    }
}
