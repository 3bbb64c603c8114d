package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.kernel.Fault;
import org.junit.jupiter.api.Test;

class ViewerTest {
    @Test
    void mayWhatItIsGiven() {
        assertThat(viewer("/", "alarm:read").may("alarm:read")).isTrue();
        assertThat(viewer("/", "alarm:read").may("alarm:acknowledge")).isFalse();
        assertThat(viewer("/", "alarm:*").may("alarm:acknowledge")).isTrue();
        assertThat(viewer("/", "alarm:*").may("alarms:acknowledge")).isFalse();
        assertThat(viewer("/", "*").may("alarm:acknowledge")).isTrue();
        assertThat(viewer("/", "alarm:*").may("*")).isFalse();
        assertThatThrownBy(() -> viewer("/").require("alarm:read")).isInstanceOf(Fault.class);
    }

    @Test
    void seesItsPartOfTheCityOnly() {
        assertThat(viewer("/1/12/").sees("/1/12/")).isTrue();
        assertThat(viewer("/1/12/").sees("/1/12/7/")).isTrue();
        assertThat(viewer("/1/12/").sees("/1/123/")).isFalse();
        assertThat(viewer("/1/12/").sees("/")).isFalse();
        assertThat(Viewer.system().sees("/")).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> viewer("/1/12"));
    }

    private static Viewer viewer(String area, String... permissions) {
        return new Viewer(new UUID(1, 1), "li", "Li", Set.of(permissions), area, Optional.empty());
    }
}
