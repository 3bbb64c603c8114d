package org.chengshu.data.library.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SurvivorshipTest {
    private static final List<MemberRow> ROWS = List.of(
            row(1, 2, 50, "青禾", null, "500", "CNY"),
            row(2, 1, 10, "青禾商贸", "路1号", null, "USD"),
            row(3, 3, 90, "青禾", "路1号2楼", "80", null));

    @Test
    void everyCriterionChoosesItsRow() {
        assertThat(origin(Criterion.PRIORITY)).isEqualTo(1);
        assertThat(origin(Criterion.NEWEST)).isEqualTo(2);
        assertThat(origin(Criterion.FREQUENT, Criterion.NEWEST)).isEqualTo(2);
        assertThat(origin(Criterion.LONGEST)).isEqualTo(1);
        assertThat(origin(Criterion.SHORTEST, Criterion.PRIORITY)).isEqualTo(0);
    }

    @Test
    void anEmptyValueNeverWins() {
        Survivorship rules = new Survivorship(
                List.of(by(Criterion.PRIORITY), by(Criterion.NEWEST), by(Criterion.PRIORITY), by(Criterion.PRIORITY)));
        assertThat(rules.origins(ROWS)[2]).isZero();
    }

    @Test
    void theCurrencyComesFromTheRowOfTheAmount() {
        Survivorship rules = new Survivorship(List.of(
                by(Criterion.PRIORITY), by(Criterion.PRIORITY), by(Criterion.NEWEST), new FieldChoice(List.of(), 2)));
        assertThat(rules.origins(ROWS)[2]).isEqualTo(2);
        assertThat(rules.origins(ROWS)[3]).isEqualTo(Survivorship.NOBODY);
    }

    @Property(tries = 200)
    void theOrderOfRowsDoesNotMatter(@ForAll long seed, @ForAll Criterion first, @ForAll Criterion second) {
        Survivorship rules = new Survivorship(Collections.nCopies(4, by(first, second)));
        List<MemberRow> shuffled = new ArrayList<>(ROWS);
        Collections.shuffle(shuffled, new Random(seed));
        int[] one = rules.origins(ROWS);
        int[] other = rules.origins(shuffled);
        for (int field = 0; field < one.length; field++) {
            assertThat(shuffled.get(other[field]).id())
                    .isEqualTo(ROWS.get(one[field]).id());
        }
    }

    private static int origin(Criterion... criteria) {
        return new Survivorship(Collections.nCopies(4, by(criteria))).origins(ROWS)[0];
    }

    private static FieldChoice by(Criterion... criteria) {
        return new FieldChoice(List.of(criteria), FieldChoice.BY_ITSELF);
    }

    private static MemberRow row(long id, int priority, long changedAt, String... values) {
        return new MemberRow(id, values, priority, changedAt);
    }
}
