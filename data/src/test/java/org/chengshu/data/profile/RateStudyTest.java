package org.chengshu.data.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateStudyTest {
    private static final int ROWS = 400;
    private static final List<String> NAMES = List.of("energy", "area", "intensity");

    private final Random random = new Random(5);
    private final double[] area = made(2);
    private final double[] intensity = made(0.5);

    @Test
    void tellsTheRateFromTheSizeOfAnAmount() {
        double[] energy = IntStream.range(0, ROWS)
                .mapToDouble(i -> area[i] * intensity[i] * (i % 3 == 0 ? 2 : 1))
                .toArray();
        assertThat(found(energy)).singleElement().satisfies(relation -> {
            assertThat(relation.fields()).containsExactly("energy", "intensity", "area");
            assertThat(relation.share()).isBetween(0.65, 0.68);
        });
    }

    @Test
    void anAmountOfWhichFewRowsAreAProductIsNone() {
        double[] energy = IntStream.range(0, ROWS)
                .mapToDouble(i -> area[i] * intensity[i] * (i % 3 == 0 ? 1 : 2))
                .toArray();
        assertThat(found(energy)).isEmpty();
    }

    @Test
    void aConstantIsNoRate() {
        double[] energy = IntStream.range(0, ROWS).mapToDouble(i -> area[i] * 3).toArray();
        double[] three = IntStream.range(0, ROWS).mapToDouble(_ -> 3).toArray();
        assertThat(new RateStudy(Map.of("energy", energy, "area", area, "intensity", three)).find(NAMES))
                .isEmpty();
    }

    private List<Profile.Relation> found(double[] energy) {
        return new RateStudy(Map.of("energy", energy, "area", area, "intensity", intensity)).find(NAMES);
    }

    private double[] made(double spread) {
        return IntStream.range(0, ROWS)
                .mapToDouble(_ -> Math.exp(3 + spread * random.nextGaussian()))
                .toArray();
    }
}
