package org.chengshu.data.theme.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.Maker;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.data.LineageSource;
import org.chengshu.data.theme.read.FactRelations;
import org.springframework.stereotype.Component;

/** Where the fields of themes come from, by their queries. */
@Component
class ThemeLineage implements LineageSource {
    private final Themes themes;

    ThemeLineage(Themes themes) {
        this.themes = themes;
    }

    @Override
    public Stream<LineageEdge> edges() {
        List<ThemeStore.Held> held = themes.list();
        if (held.isEmpty()) {
            return Stream.empty();
        }
        FactRelations relations = themes.relations();
        return held.stream().flatMap(theme -> of(theme, relations).stream());
    }

    private List<LineageEdge> of(ThemeStore.Held held, FactRelations relations) {
        Maker by = new Maker(
                "theme",
                held.id(),
                held.theme().title(),
                held.theme().owner(),
                Integer.toString(held.version()),
                Optional.of("/data/themes/" + held.id()));
        List<LineageEdge> edges = new ArrayList<>();
        themes.reading(held.theme(), relations).derivation().ifPresent(derivation -> {
            derivation.columns().forEach(column -> column.origins()
                    .forEach(origin -> edges.add(new LineageEdge(
                            Point.field(origin.relation(), origin.field()),
                            Point.field(held.id(), column.name()),
                            origin.how(),
                            by))));
            derivation
                    .rows()
                    .forEach(origin -> edges.add(new LineageEdge(
                            Point.field(origin.relation(), origin.field()), Point.rows(held.id()), origin.how(), by)));
        });
        return edges;
    }
}
