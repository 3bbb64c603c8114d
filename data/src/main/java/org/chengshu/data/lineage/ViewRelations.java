package org.chengshu.data.lineage;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.registry.Published;
import org.chengshu.data.sql.Relation;
import org.chengshu.data.sql.Relations;

/** What a module's view may stand on: facts, known by their fields, and tables of modules, each known as one thing. */
final class ViewRelations implements Relations {
    private static final String FACTS = "facts";

    private final ViewDefinitions definitions;
    private final List<Published> published;

    ViewRelations(ViewDefinitions definitions, List<Published> published) {
        this.definitions = definitions;
        this.published = List.copyOf(published);
    }

    @Override
    public Optional<Relation> find(Optional<String> schema, String name) {
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        if (schema.get().equals(FACTS)) {
            Optional<Relation> fact = published.stream()
                    .filter(view -> view.view().equals(name))
                    .findFirst()
                    .map(view -> Relation.of(
                            view.dataset().id(),
                            view.dataset().fields().stream()
                                    .map(FactField::name)
                                    .toList()));
            if (fact.isPresent()) {
                return fact;
            }
        }
        List<String> columns = definitions.columns(schema.get(), name);
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Relation(schema.get() + "." + name, columns, true));
    }

    boolean isDataset(String relation) {
        return published.stream().anyMatch(view -> view.dataset().id().equals(relation));
    }

    @Override
    public List<String> names() {
        return published.stream().map(view -> FACTS + "." + view.view()).toList();
    }
}
