package org.chengshu.core.tree.internal.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chengshu.core.tree.Reach;
import org.chengshu.core.tree.internal.nodes.Lineage.Lain;
import org.chengshu.core.tree.internal.nodes.Lineage.Succession;
import org.junit.jupiter.api.Test;

class LineageTest {
    @Test
    void isThePathAloneWhileNothingWasMoved() {
        Lineage lineage =
                new Lineage(Map.of("c", "/c/", "a", "/c/a/", "s", "/c/a/s/", "b", "/c/b/"), List.of(), List.of());

        assertThat(lineage.reach("/c/a/")).isEqualTo(Reach.of("/c/a/"));
        assertThat(lineage.reach("/c/")).isEqualTo(Reach.of("/c/"));
        assertThat(lineage.present("/c/a/s/")).isEqualTo("/c/a/s/");
    }

    @Test
    void followsAStreetThatMovedToAnotherDistrict() {
        Lineage lineage = new Lineage(
                Map.of("c", "/c/", "a", "/c/a/", "b", "/c/b/", "s", "/c/b/s/"),
                List.of(new Lain("/c/a/s/", "s")),
                List.of());

        assertThat(lineage.reach("/c/a/")).isEqualTo(new Reach(List.of("/c/a/"), List.of("/c/a/s/")));
        assertThat(lineage.reach("/c/b/")).isEqualTo(new Reach(List.of("/c/a/s/", "/c/b/"), List.of()));
        assertThat(lineage.reach("/c/b/s/")).isEqualTo(new Reach(List.of("/c/a/s/", "/c/b/s/"), List.of()));
        assertThat(lineage.reach("/c/")).isEqualTo(Reach.of("/c/"));
        assertThat(lineage.reach("/c/b/").covers("/c/a/s/x/")).isTrue();
        assertThat(lineage.reach("/c/a/").covers("/c/a/s/x/")).isFalse();
        assertThat(lineage.reach("/c/a/").covers("/c/a/t/")).isTrue();
        assertThat(lineage.present("/c/a/s/")).isEqualTo("/c/b/s/");
    }

    @Test
    void comesBackWhenTheStreetComesBack() {
        Lineage lineage = new Lineage(
                Map.of("c", "/c/", "a", "/c/a/", "b", "/c/b/", "s", "/c/a/s/"),
                List.of(new Lain("/c/b/s/", "s")),
                List.of());

        assertThat(lineage.reach("/c/a/").covers("/c/b/s/")).isTrue();
        assertThat(lineage.reach("/c/a/").covers("/c/a/s/")).isTrue();
        assertThat(lineage.reach("/c/b/").covers("/c/b/s/")).isFalse();
    }

    @Test
    void leadsFromWhatWasMergedToWhatTookOverAndFromASplitToAllOfIt() {
        Lineage lineage = new Lineage(
                Map.of("c", "/c/", "ab", "/c/ab/", "x1", "/c/x1/", "x2", "/c/x2/"),
                List.of(new Lain("/c/a/", "a"), new Lain("/c/b/", "b"), new Lain("/c/x/", "x")),
                List.of(
                        new Succession("a", "ab"),
                        new Succession("b", "ab"),
                        new Succession("x", "x1"),
                        new Succession("x", "x2")));

        assertThat(lineage.reach("/c/ab/").within()).containsExactly("/c/a/", "/c/ab/", "/c/b/");
        assertThat(lineage.reach("/c/x1/").covers("/c/x/")).isTrue();
        assertThat(lineage.reach("/c/x2/").covers("/c/x/")).isTrue();
        assertThat(lineage.present("/c/a/")).isEqualTo("/c/ab/");
        assertThat(lineage.present("/c/x/")).isEqualTo("/c/");
    }

    @Test
    void takesAPathThatTheTreeNeverKnewAsItStands() {
        Lineage lineage = new Lineage(Map.of("c", "/c/"), List.of(), List.of());

        assertThat(lineage.present("/elsewhere/")).isEqualTo("/elsewhere/");
        assertThat(lineage.reach("/c/").covers("/elsewhere/")).isFalse();
        assertThat(lineage.reach("/c/").covers("/c/new/")).isTrue();
    }

    @Test
    void endsWhenSuccessionsRunInACircle() {
        Lineage lineage = new Lineage(
                Map.of("c", "/c/"),
                List.of(new Lain("/c/a/", "a"), new Lain("/c/b/", "b")),
                List.of(new Succession("a", "b"), new Succession("b", "a")));

        assertThat(lineage.present("/c/a/")).isEqualTo("/c/");
    }
}
