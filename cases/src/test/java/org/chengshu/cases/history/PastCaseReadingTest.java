package org.chengshu.cases.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.history.PastCaseReading.Outcome;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.junit.jupiter.api.Test;

class PastCaseReadingTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant OPENED = Instant.parse("2015-01-01T05:20:00Z");
    private static final HistorySpec SPEC = new HistorySpec(
            "old-desk",
            Text.of("旧热线", "Old desk"),
            "raw.old_desk",
            Map.of(
                    "number", "no",
                    "title", "subject",
                    "description", "words",
                    "category", "type",
                    "opened", "open_dt",
                    "due", "target_dt",
                    "closed", "closed_dt",
                    "department", "dept",
                    "longitude", "lon",
                    "latitude", "lat"),
            "OLD-",
            "litter",
            Map.of("Lamp", "street-lamp"),
            Map.of("PWD", "works"),
            "city");
    private final Map<String, Object> row =
            new HashMap<>(Map.of("no", 101.0, "open_dt", OPENED, "subject", "Dark lamp"));

    @Test
    void aRowWithANumberAndATimeIsACaseOfTheKindThatIsUsual() {
        PastCase past = taken();

        assertThat(past.number()).isEqualTo("OLD-101");
        assertThat(past.kind()).isEqualTo("litter");
        assertThat(past.opened()).isEqualTo(OPENED);
        assertThat(past.late()).isFalse();
    }

    @Test
    void theCategoryMayMakeItAnotherKindAndTheDepartmentIsTheOneItStandsFor() {
        row.putAll(Map.of("type", "Lamp", "dept", "PWD", "lon", 121.5, "lat", 31.2));

        PastCase past = taken();

        assertThat(past.kind()).isEqualTo("street-lamp");
        assertThat(past.department()).contains("works");
        assertThat(past.position()).contains(new Position(121.5, 31.2));
    }

    @Test
    void itIsLateOnlyWhenItWasClosedAfterItWasDue() {
        row.put("target_dt", LocalDate.of(2015, 1, 2));
        assertThat(taken().late()).as("open").isFalse();

        row.put("closed_dt", Instant.parse("2015-01-01T16:00:00Z"));
        assertThat(taken().late()).as("closed as its last day began").isFalse();

        row.put("closed_dt", Instant.parse("2015-01-01T16:00:01Z"));
        assertThat(taken().late()).isTrue();
    }

    @Test
    void allThatIsWrongWithARowIsToldAtOnce() {
        row.remove("open_dt");
        row.putAll(Map.of("no", " ", "lon", 121.5));

        Outcome.Refused refused = (Outcome.Refused) read();

        assertThat(refused.number()).isEmpty();
        assertThat(refused.why().stream().map(Text::en))
                .containsExactly(
                        "the number is missing or longer than 64",
                        "the time of opening is missing",
                        "only one half of the position is there");
    }

    @Test
    void whatWasClosedBeforeItWasOpenedIsRefusedUnderItsNumber() {
        row.put("closed_dt", OPENED.minusSeconds(1));

        Outcome.Refused refused = (Outcome.Refused) read();

        assertThat(refused.number()).contains("OLD-101");
        assertThat(refused.why().getFirst().zh()).isEqualTo("结案早于立案");
    }

    @Test
    void aTitleThatIsTooLongIsKeptWholeInTheDescription() {
        String title = "灯".repeat(300);
        row.putAll(Map.of("subject", title, "words", "三天了"));

        assertThat(taken().title()).hasSize(200).endsWith("…");
        assertThat(taken().description()).contains(title + "\n三天了");
    }

    private PastCase taken() {
        return ((Outcome.Taken) read()).past();
    }

    private Outcome read() {
        return PastCaseReading.read(SPEC, SHANGHAI, field -> Optional.ofNullable(row.get(field)));
    }
}
