package org.chengshu.core.tree.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.geo.Position;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class CityAreas implements Areas {
    private final AreaStore store;
    private final TreeMemory<AreaMap> memory;

    CityAreas(AreaStore store, DSLContext sql, Transactions transactions, Clock clock) {
        this.store = store;
        this.memory = new TreeMemory<>("area", sql, transactions, clock, () -> new AreaMap(store.list()));
    }

    @Override
    public Area get(String code) {
        return find(code).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "there is no area " + code));
    }

    @Override
    public Optional<Area> find(String code) {
        return memory.get().find(code);
    }

    @Override
    public List<Area> list() {
        return memory.get().list();
    }

    @Override
    public Optional<Area> at(Position position) {
        return memory.get().at(position);
    }

    void replace(String packId, Collection<Area> areas) {
        areas.forEach(area -> store.upsert(packId, area));
        store.retireAllBut(packId, areas.stream().map(Area::code).toList());
        store.movePaths();
        memory.changed();
    }
}
