package org.chengshu.core.tree.internal.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Reach;
import org.chengshu.core.tree.internal.nodes.Boundary;
import org.chengshu.core.tree.internal.nodes.History;
import org.chengshu.core.tree.internal.nodes.Lineage;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.NodeStore;
import org.chengshu.core.tree.internal.nodes.Outline;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.geo.Position;
import org.jooq.DSLContext;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class CityAreas implements Areas {
    private final NodeStore store;
    private final History history;
    private final TreeMemory<Loaded> memory;

    private record Loaded(AreaMap map, Lineage lineage) {}

    CityAreas(
            NodeStore store,
            History history,
            DSLContext sql,
            Transactions transactions,
            Clock clock,
            TreeMemories memories) {
        this.store = store;
        this.history = history;
        this.memory = memories.keep(Tree.AREA, new TreeMemory<>(Tree.AREA, sql, transactions, clock, this::load));
    }

    private Loaded load() {
        List<Node> open =
                store.list(Tree.AREA).stream().filter(node -> !node.closed()).toList();
        AreaMap map = new AreaMap(open.stream().map(CityAreas::area).toList());
        return new Loaded(map, Lineages.of(Tree.AREA, open, history));
    }

    @Override
    public Area get(String code) {
        return find(code).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "there is no area " + code));
    }

    @Override
    public Optional<Area> find(String code) {
        return memory.get().map().find(code);
    }

    @Override
    public List<Area> list() {
        return memory.get().map().list();
    }

    @Override
    public List<Area> asOf(Instant moment) {
        return history.asOf(Tree.AREA, moment).stream().map(CityAreas::area).toList();
    }

    @Override
    public Optional<Area> at(Position position) {
        return memory.get().map().at(position);
    }

    @Override
    public Reach reach(String code) {
        return memory.get().lineage().reach(get(code).path());
    }

    @Override
    public String present(String path) {
        return memory.get().lineage().present(path);
    }

    private static Area area(Node node) {
        Optional<JsonNode> boundary = node.outline().map(Outline::geometry);
        return new Area(
                node.code(),
                node.name(),
                node.kind(),
                node.parent(),
                node.path(),
                boundary,
                boundary.map(CityAreas::centre),
                node.outline().map(Outline::datum),
                node.pack(),
                node.version());
    }

    private static Position centre(JsonNode boundary) {
        Point inside = Boundary.read(boundary).getInteriorPoint();
        return new Position(inside.getX(), inside.getY());
    }
}
