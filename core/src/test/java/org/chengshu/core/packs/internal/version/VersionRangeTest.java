package org.chengshu.core.packs.internal.version;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
    @ParameterizedTest
    @CsvSource({
        ">=1.2 <2, 1.2.0, true",
        ">=1.2 <2, 1.99.7, true",
        ">=1.2 <2, 2.0.0, false",
        ">=1.2 <2, 1.1.9, false",
        "^1.2, 1.9.0, true",
        "^1.2, 2.0.0, false",
        "~1.2, 1.2.9, true",
        "~1.2, 1.3.0, false",
        "1.x, 1.7.3, true",
        "1.2.3, 1.2.3, true",
        "1.2.3, 1.2.4, false",
        "<1 || >=3, 0.5.0, true",
        "<1 || >=3, 2.0.0, false",
        "*, 7.0.0, true",
        ">= 1.2, 1.2.0, true"
    })
    void knowsWhichVersionsWillDo(String range, String version, boolean fits) {
        assertThat(VersionRange.parse(range).orElseThrow().contains(version)).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", ">=", ">=1.2,<2", "1.2.3.4", "v1", ">>1", "|| 1", "1 ||", "<2; drop"})
    void refusesWhatIsNoRange(String written) {
        assertThat(VersionRange.parse(written)).isEmpty();
    }

    @Test
    void aReleaseFollowsItsCandidates() {
        assertThat(Versions.isLower("1.0.0-rc.1", "1.0.0")).isTrue();
        assertThat(Versions.isLower("1.0.0-rc.2", "1.0.0-rc.10")).isTrue();
        assertThat("1.0.0-rc.1").matches(Versions.PATTERN);
        assertThat("01.0.0").doesNotMatch(Versions.PATTERN);
    }

    @Property
    void isLowerWhereItsNumbersAre(@ForAll @IntRange(max = 99) int major, @ForAll @IntRange(max = 99) int minor) {
        String version = major + "." + minor + ".0";
        assertThat(Versions.isLower(version, major + "." + (minor + 1) + ".0")).isTrue();
        assertThat(Versions.isLower(major + 1 + ".0.0", version)).isFalse();
        assertThat(VersionRange.parse(">=" + major + " <" + (major + 1))
                        .orElseThrow()
                        .contains(version))
                .isTrue();
    }
}
