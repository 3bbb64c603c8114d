package org.chengshu.indicator.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.chengshu.formula.Table;

/** What holds for every sub-index of HJ 633-2012, whatever the concentration. */
class AirQualityPackProperties {
    private static final AirQualityPack PACK = AirQualityPack.shipped();
    private static final List<String> TABLES = List.of(
            "iaqi-so2-24h",
            "iaqi-so2-1h",
            "iaqi-no2-24h",
            "iaqi-no2-1h",
            "iaqi-pm10-24h",
            "iaqi-co-24h",
            "iaqi-co-1h",
            "iaqi-o3-1h",
            "iaqi-o3-8h",
            "iaqi-pm25-24h");

    @Property
    void moreOfAPollutantNeverLowersItsIndex(
            @ForAll("tables") String table,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        double most = last(table);
        double less = index(table, most * Math.min(one, other));
        double more = index(table, most * Math.max(one, other));
        assertThat(less).isBetween(0.0, more);
        assertThat(more).isLessThanOrEqualTo(500);
    }

    @Property
    void theIndexIsTheNextIntegerOfTheInterpolation(
            @ForAll("tables") String table, @ForAll @DoubleRange(min = 0, max = 1) double part) {
        double concentration = last(table) * part;
        double exact = PACK.unrounded(table, concentration);
        assertThat(index(table, concentration))
                .isEqualTo(Math.rint(index(table, concentration)))
                .isBetween(exact - 1e-6, exact + 1);
    }

    @Property
    void beforeRoundingASmallStepIsASmallStep(
            @ForAll("tables") String table, @ForAll @DoubleRange(min = 0, max = 1) double part) {
        double most = last(table);
        double step = most * 1e-7;
        double at = Math.min(most * part, most - step);
        assertThat(PACK.unrounded(table, at + step))
                .isCloseTo(PACK.unrounded(table, at), within(steepest(table) * step * 2));
    }

    @Property
    void theDaysIndexIsTheGreatestOfItsParts(
            @ForAll @DoubleRange(min = 0, max = 600) double pm25,
            @ForAll @DoubleRange(min = 0, max = 700) double pm10,
            @ForAll @DoubleRange(min = 0, max = 1000) double no2,
            @ForAll @DoubleRange(min = 0, max = 70) double co) {
        Outcome day = PACK.told("aqi-day", Map.of("pm25", pm25, "pm10", pm10, "no2", no2, "co", co));
        double greatest = day.parts().entrySet().stream()
                .filter(part -> part.getKey().startsWith("iaqi_"))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(day.value()).hasValue(greatest);
        assertThat(((List<?>) day.attributes().get("primary")).isEmpty()).isEqualTo(greatest <= 50);
    }

    @Provide
    Arbitrary<String> tables() {
        return Arbitraries.of(TABLES);
    }

    private static double index(String table, double concentration) {
        return PACK.index(table, concentration);
    }

    private static List<Table.Point> points(String table) {
        return ((Table.Curve) PACK.table(table).table()).points();
    }

    private static double last(String table) {
        return points(table).getLast().x();
    }

    private static double steepest(String table) {
        List<Table.Point> points = points(table);
        double steepest = 0;
        for (int i = 1; i < points.size(); i++) {
            Table.Point low = points.get(i - 1);
            Table.Point high = points.get(i);
            steepest = Math.max(steepest, (high.y() - low.y()) / (high.x() - low.x()));
        }
        return steepest;
    }
}
