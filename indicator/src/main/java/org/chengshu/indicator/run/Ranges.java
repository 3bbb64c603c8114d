package org.chengshu.indicator.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.Condition;
import org.chengshu.data.Operator;
import org.chengshu.indicator.store.Catalogue;
import org.chengshu.indicator.store.Declared;
import org.springframework.stereotype.Component;

/** Which chunks a full computation takes, and which indicators are built on others. */
@Component
class Ranges {
    static final String VALUES = "indicator.values";
    private static final String INDICATOR = "indicator";

    private final FactReader facts;
    private final Catalogue catalogue;
    private final CitySettings settings;

    Ranges(FactReader facts, Catalogue catalogue, CitySettings settings) {
        this.facts = facts;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /** Without a start or end the range is that of the data; without data there is none. */
    List<Chunks.Chunk> chunks(Declared declared, Optional<Instant> from, Optional<Instant> to) {
        Optional<FactReader.Span> span =
                from.isPresent() && to.isPresent() ? Optional.empty() : facts.span(declared.definition());
        Optional<Instant> start = from.or(() -> span.map(FactReader.Span::first));
        // The last row's own period is to be in the range, which ends before its end.
        Optional<Instant> end = to.or(() -> span.map(found -> found.last().plusSeconds(1)));
        if (start.isEmpty() || end.isEmpty()) {
            return List.of();
        }
        return Chunks.of(declared.definition(), start.get(), end.get(), settings.zone());
    }

    /** The indicators that are computed from values of this one. */
    List<Declared> builtOn(String id) {
        return catalogue.list().stream()
                .filter(one -> !one.id().equals(id) && isBuiltOnValues(one))
                .filter(one -> one.definition().source().where().stream()
                        .filter(condition -> condition.field().equals(INDICATOR))
                        .allMatch(condition -> names(condition, id)))
                .toList();
    }

    static boolean isBuiltOnValues(Declared declared) {
        return declared.definition().source().dataset().equals(VALUES);
    }

    private static boolean names(Condition condition, String id) {
        boolean listed = condition.op() == Operator.EQ || condition.op() == Operator.IN;
        return !listed || condition.values().contains(id);
    }
}
