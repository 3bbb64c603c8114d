package org.chengshu.indicator.compute;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.formula.Tables;
import org.chengshu.indicator.model.TableDefinition;

/** The tables that definitions may name. */
public record Library(Map<String, TableDefinition> byId) {
    public Library {
        byId = Map.copyOf(byId);
    }

    public static Library of(Collection<TableDefinition> tables) {
        return new Library(tables.stream().collect(Collectors.toMap(TableDefinition::id, Function.identity())));
    }

    public Optional<TableDefinition> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Tables tables() {
        return new Tables(byId.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .table())));
    }
}
