package org.chengshu.sense.mapping;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** How the columns of a file become readings, as its pack says. */
public record Mapping(
        String id,
        Optional<String> product,
        char delimiter,
        TimeColumns time,
        String deviceColumn,
        String codeTemplate,
        boolean create,
        Set<String> missing,
        List<ValueColumn> columns,
        String fingerprint) {
    public Mapping {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(time, "time");
        missing = Set.copyOf(missing);
        columns = List.copyOf(columns);
    }
}
