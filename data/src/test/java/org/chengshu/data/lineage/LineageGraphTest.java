package org.chengshu.data.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chengshu.data.FieldUse;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.How;
import org.chengshu.data.LineageEdge.Kind;
import org.chengshu.data.LineageEdge.Maker;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.Test;

class LineageGraphTest {
    private static final Point CODE = Point.field("raw.firm", "code");
    private static final Point NAME = Point.field("raw.firm", "name");
    private static final Point STATE = Point.field("raw.firm", "state");
    private static final Point FIRM_CODE = Point.field("base.firm", "code");
    private static final Point FIRM_NAME = Point.field("base.firm", "name");
    private static final Point COUNT = Point.field("theme.firms", "firms");
    private static final Point AREA = Point.field("theme.firms", "area");
    private static final Point NUMBER = Point.of(Kind.INDICATOR, "firms", "value");

    private static LineageGraph town() {
        return new LineageGraph(List.of(
                edge(CODE, FIRM_CODE, How.COPIED, "library", "firm"),
                edge(NAME, FIRM_NAME, How.COMPUTED, "library", "firm"),
                edge(STATE, Point.rows("base.firm"), How.FILTERED, "library", "firm"),
                edge(FIRM_CODE, COUNT, How.AGGREGATED, "theme", "theme.firms"),
                edge(FIRM_NAME, AREA, How.COMPUTED, "theme", "theme.firms"),
                edge(COUNT, NUMBER, How.AGGREGATED, "indicator", "firms"),
                edge(AREA, Point.of(Kind.RULE, "area-known", "*"), How.FILTERED, "quality-rule", "area-known")));
    }

    @Test
    void walksUpToWhatANumberIsMadeOf() {
        LineageGraph.Walk walk = town().walk(List.of(NUMBER), LineageGraph.Direction.UP, 20);
        assertThat(walk.points()).containsEntry(CODE, 3).containsEntry(COUNT, 1).doesNotContainKey(NAME);
        // What decides which firms there are decides their number.
        assertThat(walk.points()).containsEntry(STATE, 3);
    }

    @Test
    void walksDownAsFarAsAsked() {
        assertThat(town().walk(List.of(CODE), LineageGraph.Direction.DOWN, 1)
                        .points()
                        .keySet())
                .containsExactly(CODE, FIRM_CODE);
        assertThat(town().walk(List.of(CODE), LineageGraph.Direction.DOWN, 9)
                        .points()
                        .keySet())
                .containsExactly(CODE, FIRM_CODE, COUNT, NUMBER);
    }

    @Test
    void namesWhatBreaksNearestFirstAndThenWhatOnlyGrowsStale() {
        List<FieldUse.User> users = LineageBook.users(town(), Set.of(CODE));
        assertThat(users)
                .extracting(FieldUse.User::id, FieldUse.User::distance, FieldUse.User::stale)
                .containsExactly(
                        tuple("firm", 1, false),
                        tuple("theme.firms", 2, false),
                        tuple("firms", 3, false),
                        tuple("area-known", 3, true));
        assertThat(users.getFirst().fields()).containsExactly("code");
    }

    @Test
    void aFieldThatDecidesTheRowsTouchesEverythingMadeOfThem() {
        assertThat(LineageBook.users(town(), Set.of(STATE)))
                .filteredOn(user -> !user.stale())
                .extracting(FieldUse.User::id)
                .containsExactlyInAnyOrder("firm", "theme.firms", "firms", "area-known");
        assertThat(LineageBook.users(town(), Set.of(Point.field("raw.firm", "other"))))
                .isEmpty();
    }

    @Property(tries = 200)
    void endsWhateverTheShape(
            @ForAll List<@IntRange(max = 12) Integer> from, @ForAll List<@IntRange(max = 12) Integer> to) {
        List<LineageEdge> edges = new ArrayList<>();
        for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
            edges.add(edge(field(from.get(i)), field(to.get(i)), How.COPIED, "theme", "t" + to.get(i)));
        }
        LineageGraph graph = new LineageGraph(edges);
        for (LineageGraph.Direction way : LineageGraph.Direction.values()) {
            LineageGraph.Walk walk = graph.walk(List.of(field(0)), way, 50);
            assertThat(walk.points().values()).allMatch(distance -> distance >= 0 && distance <= 26);
            walk.edges().forEach(edge -> assertThat(walk.points()).containsKeys(edge.from(), edge.to()));
        }
        graph.downstream(List.of(field(0)));
    }

    private static Point field(int number) {
        return Point.field("d" + number / 2, number % 2 == 0 ? "x" : "*");
    }

    private static LineageEdge edge(Point from, Point to, How how, String kind, String id) {
        return new LineageEdge(from, to, how, new Maker(kind, id, Text.of(id, id), "bureau", "1", Optional.empty()));
    }
}
