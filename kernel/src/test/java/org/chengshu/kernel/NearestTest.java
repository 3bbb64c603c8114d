package org.chengshu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("previous.pm25", "pm25", "pm10", "http-port", "o3");

    @Test
    void suggestsTheNameOneSlipAway() {
        assertThat(Nearest.of("pm26", KNOWN)).contains("pm25");
        assertThat(Nearest.of("mp10", KNOWN)).contains("pm10");
        assertThat(Nearest.of("PM25", KNOWN)).contains("pm25");
        assertThat(Nearest.of("htpp-prot", KNOWN)).contains("http-port");
        assertThat(Nearest.of("prevous.pm25", KNOWN)).contains("previous.pm25");
    }

    @Test
    void suggestsNothingForAStranger() {
        assertThat(Nearest.of("temperature", KNOWN)).isEmpty();
        assertThat(Nearest.of("", KNOWN)).isEmpty();
        assertThat(Nearest.of("pm25", List.of())).isEmpty();
        assertThat(Nearest.of("x".repeat(10_000), KNOWN)).isEmpty();
    }

    @Test
    void prefersTheFirstInTheAlphabetAmongEquallyNear() {
        assertThat(Nearest.of("pm1", List.of("pm3", "pm2"))).contains("pm2");
    }

    @Property(tries = 200)
    void countsTheSameBothWaysAndNothingForTheSameWord(
            @ForAll @AlphaChars @StringLength(max = 12) String one,
            @ForAll @AlphaChars @StringLength(max = 12) String other) {
        assertThat(Nearest.distance(one, other)).isEqualTo(Nearest.distance(other, one));
        assertThat(Nearest.distance(one, one)).isZero();
        assertThat(Nearest.distance(one, other))
                .isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
    }
}
