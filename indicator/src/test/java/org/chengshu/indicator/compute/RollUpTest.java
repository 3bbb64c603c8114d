package org.chengshu.indicator.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.chengshu.data.Aggregate;
import org.junit.jupiter.api.Test;

class RollUpTest {
    private static final Instant DAY = Instant.parse("2026-03-01T16:00:00Z");

    @Test
    void anAreaIsMadeOfItsPartsAndNotOfTheirMeans() {
        RollUp rollUp = new RollUp();
        rollUp.addArea(DAY, "/1/11/", of(10, 20, 30));
        rollUp.addArea(DAY, "/1/12/", of(100));
        Map<String, OptionalDouble> means = values(rollUp, Aggregate.MEAN);
        assertThat(means)
                .containsEntry("area:11", OptionalDouble.of(20))
                .containsEntry("area:12", OptionalDouble.of(100))
                .containsEntry("area:1", OptionalDouble.of(40))
                .containsEntry("city", OptionalDouble.of(40));
    }

    @Test
    void aCityWithoutRowsCountsNone() {
        RollUp rollUp = new RollUp();
        rollUp.addCity(DAY, Partial.none());
        assertThat(values(rollUp, Aggregate.COUNT)).containsEntry("city", OptionalDouble.of(0));
        assertThat(values(rollUp, Aggregate.SUM)).containsEntry("city", OptionalDouble.of(0));
        assertThat(values(rollUp, Aggregate.MEAN)).containsEntry("city", OptionalDouble.empty());
        assertThat(values(rollUp, Aggregate.SHARE)).containsEntry("city", OptionalDouble.empty());
    }

    @Test
    void aFieldsValueIsSeenWhereAllItsRowsAre() {
        RollUp rollUp = new RollUp();
        rollUp.addMember(DAY, "water", "/1/11/", of(1));
        rollUp.addMember(DAY, "water", "/1/12/", of(3));
        rollUp.addMember(DAY, "roads", "/1/12/", of(5));
        List<Computed> computed = rollUp.finish("department", Aggregate.SUM, 1);
        assertThat(computed)
                .extracting(one -> one.key())
                .containsExactly(Key.member("department", "water", "/1/"), Key.member("department", "roads", "/1/12/"));
        assertThat(computed.getFirst().outcome().value()).hasValue(4);
    }

    @Test
    void aShareMayBeScaledToPercent() {
        RollUp rollUp = new RollUp();
        rollUp.addArea(DAY, "/", new Partial(4, 0, 0, 0, 0, 1));
        assertThat(rollUp.finish("", Aggregate.SHARE, 100).getFirst().outcome().value())
                .hasValue(25);
    }

    @Property
    void puttingTogetherGivesTheSameAsTheWhole(
            @ForAll @NotEmpty List<@DoubleRange(min = -1000, max = 1000) Double> one,
            @ForAll List<@DoubleRange(min = -1000, max = 1000) Double> other) {
        double[] all = java.util.stream.Stream.concat(one.stream(), other.stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        Partial together = of(array(one)).plus(of(array(other)));
        for (Aggregate aggregate :
                List.of(Aggregate.MEAN, Aggregate.SUM, Aggregate.MIN, Aggregate.MAX, Aggregate.COUNT)) {
            assertThat(together.finish(aggregate).orElseThrow())
                    .isCloseTo(of(all).finish(aggregate).orElseThrow(), within(1e-6));
        }
    }

    @Property
    void everyAreaAroundAPlaceIsAPrefixOfIt(@ForAll List<@DoubleRange(min = 1, max = 99) Double> codes) {
        String path = codes.stream().map(code -> code.intValue() + "/").collect(Collectors.joining("", "/", ""));
        List<String> around = AreaPaths.around(path);
        assertThat(around).first().isEqualTo("/");
        assertThat(around).last().isEqualTo(path);
        assertThat(around).allMatch(path::startsWith).hasSize(codes.size() + 1);
        assertThat(AreaPaths.common(List.of(path, path))).isEqualTo(path);
        assertThat(AreaPaths.common(List.of(path, "/"))).isEqualTo("/");
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Partial of(double... numbers) {
        Partial partial = Partial.none();
        for (double number : numbers) {
            partial = partial.plus(new Partial(1, 1, number, number, number, 0));
        }
        return partial;
    }

    private static Map<String, OptionalDouble> values(RollUp rollUp, Aggregate aggregate) {
        return rollUp.finish("", aggregate, 1).stream()
                .collect(Collectors.toMap(
                        one -> one.key().text(), one -> one.outcome().value()));
    }
}
