package org.chengshu.data.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A few relations to read from, and lineage written short: {@code total: computed a.x, copied b.y}. */
final class Town implements Relations {
    private final Map<String, Relation> relations = new TreeMap<>(Map.of(
            "a", Relation.of("a", List.of("id", "name", "amount", "area", "at")),
            "b", Relation.of("b", List.of("id", "a_id", "kind", "price")),
            "c", Relation.of("c", List.of("id", "kind", "title", "parent")),
            "base.legal_entity", Relation.of("base.legal-entity", List.of("code", "name", "year", "area_path")),
            "cs_town.lamp", new Relation("cs_town.lamp", List.of("id", "power"), true)));

    @Override
    public Optional<Relation> find(Optional<String> schema, String name) {
        String written = schema.map(its -> its + "." + name).orElse(name);
        return Optional.ofNullable(relations.get(written.replace('-', '_')));
    }

    @Override
    public List<String> names() {
        return List.copyOf(relations.keySet());
    }

    static Reading read(String sql) {
        return SqlReader.read(sql, new Town());
    }

    static Map<String, String> columns(String sql) {
        Derivation derivation = derivation(sql);
        Map<String, String> columns = new TreeMap<>();
        derivation.columns().forEach(column -> columns.put(column.name(), words(column.origins())));
        return columns;
    }

    static String rows(String sql) {
        return words(derivation(sql).rows());
    }

    static Derivation derivation(String sql) {
        Reading reading = read(sql);
        return reading.derivation().orElseThrow(() -> new AssertionError(reading.faults()));
    }

    static List<String> faults(String sql) {
        return read(sql).faults().stream()
                .map(fault -> fault.line() + ":" + fault.column() + " "
                        + fault.message().en())
                .toList();
    }

    private static String words(java.util.Set<Origin> origins) {
        return origins.stream()
                .map(origin ->
                        origin.how().name().toLowerCase(Locale.ROOT) + " " + origin.relation() + "." + origin.field())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
