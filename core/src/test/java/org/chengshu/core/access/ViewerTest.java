package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
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
        Viewer viewer = viewer("/1/12/", "alarm:read");
        assertThat(viewer.sees("/1/12/")).isTrue();
        assertThat(viewer.sees("/1/12/7/")).isTrue();
        assertThat(viewer.sees("/1/123/")).isFalse();
        assertThat(viewer.sees("/")).isFalse();
        assertThat(viewer("/1/12/").sees("/1/12/")).as("without any right").isFalse();
        assertThat(Viewer.system().sees("/")).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> viewer("/1/12", "alarm:read"));
    }

    @Test
    void holdsEachRightWhereItWasGiven() {
        Viewer viewer = new Viewer(
                new UUID(1, 1),
                "li",
                "Li",
                Map.of(
                        "alarm:read",
                        Scope.ofArea("/1/"),
                        "alarm:*",
                        Scope.ofArea("/2/"),
                        "cases:read",
                        Scope.nowhere()),
                Optional.empty());

        assertThat(viewer.scope("alarm:read").areaPaths()).containsExactly("/1/", "/2/");
        assertThat(viewer.may("alarm:acknowledge", "/1/")).isFalse();
        assertThat(viewer.may("alarm:acknowledge", "/2/7/")).isTrue();
        assertThat(viewer.may("cases:read")).isFalse();
        assertThat(viewer.permissions()).containsExactly("alarm:*", "alarm:read");
    }

    private static Viewer viewer(String area, String... permissions) {
        return new Viewer(new UUID(1, 1), "li", "Li", Set.of(permissions), area, Optional.empty());
    }
}
