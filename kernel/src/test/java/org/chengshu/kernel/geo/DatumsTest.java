package org.chengshu.kernel.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DatumsTest {
    private static final double HALF_A_METRE = 0.5;

    @Property
    void comeBackToWithinHalfAMetreInChina(
            @ForAll @DoubleRange(min = 73, max = 136) double longitude,
            @ForAll @DoubleRange(min = 2, max = 54) double latitude) {
        Position there = new Position(longitude, latitude);

        Position overGcj = Datum.GCJ02.toWgs84(Datums.wgs84ToGcj02(there));
        Position overBaidu = Datum.BD09.toWgs84(Datums.wgs84ToBd09(there));

        assertThat(Datums.metresBetween(there, overGcj)).isLessThan(HALF_A_METRE);
        assertThat(Datums.metresBetween(there, overBaidu)).isLessThan(HALF_A_METRE);
    }

    @Property
    void moveAPlaceInChinaByLessThanTwoKilometres(
            @ForAll @DoubleRange(min = 73, max = 136) double longitude,
            @ForAll @DoubleRange(min = 2, max = 54) double latitude) {
        Position there = new Position(longitude, latitude);

        assertThat(Datums.metresBetween(there, Datums.wgs84ToGcj02(there))).isLessThan(1_600);
        assertThat(Datums.metresBetween(there, Datums.wgs84ToBd09(there))).isLessThan(2_600);
    }

    @Property
    void changeNothingOutsideOfChina(
            @ForAll @DoubleRange(min = -180, max = 72) double longitude,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude) {
        Position there = new Position(longitude, latitude);

        for (Datum datum : Datum.values()) {
            assertThat(datum.toWgs84(there)).isEqualTo(there);
        }
        assertThat(Datums.wgs84ToGcj02(there)).isEqualTo(there);
        assertThat(Datums.wgs84ToBd09(there)).isEqualTo(there);
    }

    /** The example that the open implementations share: 39.915 N 116.404 E. */
    @Test
    void agreeWithTheFieldOnTheShiftInBeijing() {
        Position shifted = Datums.wgs84ToGcj02(new Position(116.404, 39.915));
        assertThat(shifted.longitude()).isCloseTo(116.41024449916938, within(1e-7));
        assertThat(shifted.latitude()).isCloseTo(39.91640428150164, within(1e-7));

        Position baidu = Datums.wgs84ToBd09(new Position(116.404, 39.915));
        assertThat(baidu.longitude()).isCloseTo(116.41662724378733, within(1e-6));
        assertThat(baidu.latitude()).isCloseTo(39.922699552216216, within(1e-6));
    }

    @Test
    void takeTheNationalFrameAsItIs() {
        Position there = new Position(114.05, 22.54);
        assertThat(Datum.CGCS2000.toWgs84(there)).isEqualTo(there);
    }

    @Test
    void areKnownByNameInAnyCase() {
        assertThat(Datum.find("GCJ-02")).contains(Datum.GCJ02);
        assertThat(Datum.find("wgs84")).contains(Datum.WGS84);
        assertThat(Datum.find("beijing54")).isEmpty();
        assertThat(Datum.words()).isEqualTo("wgs84, cgcs2000, gcj02, bd09");
    }
}
