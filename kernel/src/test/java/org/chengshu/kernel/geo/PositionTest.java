package org.chengshu.kernel.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PositionTest {
    @Test
    void liesOnTheEarth() {
        assertThat(new Position(-180, 90)).isEqualTo(new Position(-180.0, 90.0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(180.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(0, -90.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(Double.NaN, 0));
    }
}
