package org.chengshu.core.tree.internal.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TreePathsTest {
    @Test
    void leadFromTheRootDown() {
        assertThat(TreePaths.of(
                        Map.of("31", Optional.empty(), "3101", Optional.of("31"), "310101", Optional.of("3101"))))
                .isEqualTo(Map.of("31", "/31/", "3101", "/31/3101/", "310101", "/31/3101/310101/"));
    }

    @Test
    void beginAtAnOrphan() {
        assertThat(TreePaths.of(Map.of("3101", Optional.of("gone")))).containsEntry("3101", "/3101/");
    }

    @Property(tries = 300)
    void endEvenWhenParentsRunInACircle(@ForAll("anyParents") Map<String, Optional<String>> parents) {
        TreePaths.of(parents).forEach((code, path) -> {
            assertThat(path).startsWith("/").endsWith("/" + code + "/");
            assertThat(path.chars().filter(c -> c == '/').count()).isLessThanOrEqualTo(parents.size() + 1L);
        });
    }

    @Provide
    Arbitrary<Map<String, Optional<String>>> anyParents() {
        Arbitrary<String> codes = Arbitraries.of("a", "b", "c", "d", "e", "f");
        return Arbitraries.maps(codes, codes.optional()).ofMaxSize(6);
    }
}
