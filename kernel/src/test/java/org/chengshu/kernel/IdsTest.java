package org.chengshu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class IdsTest {
    @Property
    void sortByTheTimeTheyWereMade(
            @ForAll @LongRange(min = 0, max = 1L << 46) long earlier, @ForAll long high, @ForAll long low) {
        UUID first = Ids.at(earlier, high, low);
        UUID second = Ids.at(earlier + 1, low, high);

        assertThat(first.toString()).isLessThan(second.toString());
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.variant()).isEqualTo(2);
    }
}
