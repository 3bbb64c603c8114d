package org.chengshu.core.trace.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.spi.TraceSource;
import org.chengshu.core.trace.Trace;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.Test;

class TraceWalkTest {
    private final Chain chain = new Chain();

    @Test
    void walksBothWaysFromAnythingOnTheChain() {
        chain.link("seed:1", "tree:1").link("tree:1", "fruit:1").link("fruit:1", "jam:1");

        Trace trace = chain.walk("tree:1");

        assertThat(ids(trace)).containsExactlyInAnyOrder("tree:1", "seed:1", "fruit:1", "jam:1");
        assertThat(trace.links()).hasSize(3);
        assertThat(trace.truncated()).isFalse();
    }

    @Test
    void leavesOutWhatTheViewerMayNotSeeAndWhatLiesBehindIt() {
        chain.link("seed:1", "tree:1").link("tree:1", "fruit:1").link("fruit:1", "jam:1");
        chain.hidden.add("fruit:1");

        assertThat(ids(chain.walk("seed:1"))).containsExactly("seed:1", "tree:1");
        assertThat(chain.walk("seed:1").links()).hasSize(1);
    }

    @Test
    void stopsAtWhatGathersManyUnlessItIsTheStart() {
        IntStream.rangeClosed(1, 5).forEach(n -> chain.link("fruit:" + n, "harvest:may"));

        assertThat(ids(chain.walk("fruit:1"))).containsExactly("fruit:1", "harvest:may");
        assertThat(ids(chain.walk("harvest:may"))).hasSize(6);
    }

    @Test
    void showsNoMoreThanTwoHundredThingsAndSaysSo() {
        IntStream.rangeClosed(1, 300).forEach(n -> chain.link("tree:1", "fruit:" + n));

        Trace trace = chain.walk("tree:1");

        assertThat(trace.nodes()).hasSize(200);
        assertThat(trace.links()).hasSize(199);
        assertThat(trace.truncated()).isTrue();
    }

    @Test
    void goesNoFurtherThanSixSteps() {
        IntStream.rangeClosed(1, 9).forEach(n -> chain.link("tree:" + n, "tree:" + (n + 1)));

        Trace trace = chain.walk("tree:1");

        assertThat(ids(trace)).containsExactly("tree:1", "tree:2", "tree:3", "tree:4", "tree:5", "tree:6", "tree:7");
        assertThat(trace.truncated()).isTrue();
    }

    @Test
    void comesToAnEndInACircle() {
        chain.link("seed:1", "tree:1").link("tree:1", "fruit:1").link("fruit:1", "seed:1");

        assertThat(chain.walk("seed:1").nodes()).hasSize(3);
        assertThat(chain.walk("seed:1").links()).hasSize(3);
    }

    @Test
    void doesNotKnowAStartThatIsNotThere() {
        assertThatThrownBy(() -> chain.walk("stone:1"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(CoreError.NOT_FOUND));
    }

    private static List<String> ids(Trace trace) {
        return trace.nodes().stream()
                .map(node -> node.ref().kind() + ":" + node.ref().id())
                .toList();
    }

    /** Two sources, as two modules would be: one knows the things, the other only how they hang together. */
    private static final class Chain {
        private final List<TraceLink> links = new ArrayList<>();
        private final Set<String> hidden = new HashSet<>();

        Chain link(String from, String to) {
            links.add(new TraceLink(ref(from), ref(to), "became"));
            return this;
        }

        Trace walk(String start) {
            return new TraceWalk(List.of(new Things(), new Links()), Viewer.system()).from(ref(start));
        }

        private static TraceRef ref(String text) {
            String[] parts = text.split(":", 2);
            return TraceRef.of(parts[0], parts[1]);
        }

        private final class Things implements TraceSource {
            @Override
            public Set<String> kinds() {
                return Set.of("seed", "tree", "fruit", "jam", "harvest");
            }

            @Override
            public Set<String> gatheringKinds() {
                return Set.of("harvest");
            }

            @Override
            public Optional<TraceNode> find(TraceRef ref, Viewer viewer) {
                return Optional.of(new TraceNode(ref, Text.of(ref.id(), ref.id()), Optional.empty(), Optional.empty()))
                        .filter(node -> !hidden.contains(ref.kind() + ":" + ref.id()));
            }

            @Override
            public List<TraceLink> links(TraceRef ref, Viewer viewer) {
                return List.of();
            }
        }

        private final class Links implements TraceSource {
            @Override
            public Set<String> kinds() {
                return Set.of();
            }

            @Override
            public Optional<TraceNode> find(TraceRef ref, Viewer viewer) {
                return Optional.empty();
            }

            @Override
            public List<TraceLink> links(TraceRef ref, Viewer viewer) {
                return links.stream()
                        .filter(link -> link.from().equals(ref) || link.to().equals(ref))
                        .toList();
            }
        }
    }
}
