package org.chengshu.formula;

import java.util.Map;
import java.util.Optional;

/** The tables that formulas may name, by id. Immutable. */
public record Tables(Map<String, Table> byId) {
    public Tables {
        byId = Map.copyOf(byId);
    }

    public static Tables none() {
        return new Tables(Map.of());
    }

    public Optional<Table> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
