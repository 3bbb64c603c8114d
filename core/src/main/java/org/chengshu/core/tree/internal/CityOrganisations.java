package org.chengshu.core.tree.internal;

import java.time.Clock;
import java.util.Collection;
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
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class CityOrganisations implements Organisations {
    private final OrganisationStore store;
    private final TreeMemory<Map<String, Organisation>> memory;

    CityOrganisations(OrganisationStore store, DSLContext sql, Transactions transactions, Clock clock) {
        this.store = store;
        this.memory = new TreeMemory<>("organisation", sql, transactions, clock, () -> byCode(store.list()));
    }

    @Override
    public Organisation get(String code) {
        return find(code).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "there is no organisation " + code));
    }

    @Override
    public Optional<Organisation> find(String code) {
        return Optional.ofNullable(memory.get().get(code));
    }

    @Override
    public List<Organisation> list() {
        return memory.get().values().stream()
                .sorted(Comparator.comparing(Organisation::path))
                .toList();
    }

    void replace(String packId, Collection<Organisation> organisations) {
        organisations.forEach(organisation -> store.upsert(packId, organisation));
        store.retireAllBut(
                packId, organisations.stream().map(Organisation::code).toList());
        store.movePaths();
        memory.changed();
    }

    private static Map<String, Organisation> byCode(List<Organisation> organisations) {
        return organisations.stream()
                .collect(Collectors.toMap(Organisation::code, Function.identity(), (a, b) -> a, TreeMap::new));
    }
}
