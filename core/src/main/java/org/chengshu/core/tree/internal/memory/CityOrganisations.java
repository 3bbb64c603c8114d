package org.chengshu.core.tree.internal.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.core.CoreError;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.core.tree.Reach;
import org.chengshu.core.tree.internal.nodes.History;
import org.chengshu.core.tree.internal.nodes.Lineage;
import org.chengshu.core.tree.internal.nodes.Node;
import org.chengshu.core.tree.internal.nodes.NodeStore;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class CityOrganisations implements Organisations {
    private final NodeStore store;
    private final History history;
    private final TreeMemory<Loaded> memory;

    private record Loaded(Map<String, Organisation> byCode, List<Organisation> byPath, Lineage lineage) {}

    CityOrganisations(
            NodeStore store,
            History history,
            DSLContext sql,
            Transactions transactions,
            Clock clock,
            TreeMemories memories) {
        this.store = store;
        this.history = history;
        this.memory = memories.keep(
                Tree.ORGANISATION, new TreeMemory<>(Tree.ORGANISATION, sql, transactions, clock, this::load));
    }

    private Loaded load() {
        List<Node> open = store.list(Tree.ORGANISATION).stream()
                .filter(node -> !node.closed())
                .toList();
        Map<String, Organisation> byCode = open.stream()
                .map(CityOrganisations::organisation)
                .collect(Collectors.toMap(Organisation::code, Function.identity(), (a, b) -> a, TreeMap::new));
        List<Organisation> byPath = byCode.values().stream()
                .sorted(Comparator.comparing(Organisation::path))
                .toList();
        return new Loaded(byCode, byPath, Lineages.of(Tree.ORGANISATION, open, history));
    }

    @Override
    public Organisation get(String code) {
        return find(code).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "there is no organisation " + code));
    }

    @Override
    public Optional<Organisation> find(String code) {
        return Optional.ofNullable(memory.get().byCode().get(code));
    }

    @Override
    public List<Organisation> list() {
        return memory.get().byPath();
    }

    @Override
    public List<Organisation> asOf(Instant moment) {
        return history.asOf(Tree.ORGANISATION, moment).stream()
                .map(CityOrganisations::organisation)
                .toList();
    }

    @Override
    public Reach reach(String code) {
        return memory.get().lineage().reach(get(code).path());
    }

    @Override
    public String present(String path) {
        return memory.get().lineage().present(path);
    }

    private static Organisation organisation(Node node) {
        return new Organisation(
                node.code(),
                node.name(),
                node.kind(),
                node.parent(),
                node.path(),
                node.areaCode(),
                node.pack(),
                node.version());
    }
}
