package org.chengshu.data.theme.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.Dataset;
import org.chengshu.data.registry.Published;
import org.chengshu.data.sql.Relation;
import org.chengshu.data.sql.Relations;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * Datasets as queries name them: by id, where a hyphen may be written as an underscore, or by their view in schema facts.
 * Immutable.
 */
public record FactRelations(List<Published> published) implements Relations {
    private static final String FACTS = "facts";

    public FactRelations {
        published = List.copyOf(published);
    }

    @Override
    public Optional<Relation> find(Optional<String> schema, String name) {
        return published.stream()
                .filter(one -> schema.map(its -> named(one, its, name)).orElse(false))
                .findFirst()
                .map(one -> relation(one.dataset()));
    }

    private static boolean named(Published one, String schema, String name) {
        if (schema.equals(FACTS) && one.view().equals(name)) {
            return true;
        }
        String id = one.dataset().id();
        return id.equals(schema + "." + name) || id.replace('-', '_').equals(schema + "." + name);
    }

    public static Relation relation(Dataset dataset) {
        return Relation.of(
                dataset.id(), dataset.fields().stream().map(FactField::name).toList());
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        published.forEach(one -> names.add(one.dataset().id().replace('-', '_')));
        return names;
    }

    public Optional<Published> get(String id) {
        return published.stream().filter(one -> one.dataset().id().equals(id)).findFirst();
    }

    /** The view behind a relation. */
    public Name view(Relation relation) {
        Published found = get(relation.id()).orElseThrow();
        return DSL.name(found.schema(), found.view());
    }
}
