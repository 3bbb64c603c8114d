package org.chengshu.data.theme.run;

import java.util.stream.Stream;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.data.registry.Published;
import org.chengshu.data.sql.Derivation;
import org.chengshu.data.sql.Origin;
import org.chengshu.data.theme.model.ThemeField;
import org.chengshu.data.theme.read.FactRelations;

/** Sensitivity that passes from what is read to what is made of it. */
public final class Inherited {
    /** Of what is made of nobody knows what. */
    static final int HIGHEST = 4;

    private static final int USUAL = 2;

    private Inherited() {}

    /** The highest of the fields whose values or influence reach this column; 2 of what is made of no field. */
    public static int level(Derivation derivation, String column, FactRelations relations) {
        return derivation.columns().stream()
                .filter(one -> one.name().equals(column))
                .flatMap(one -> one.origins().stream())
                .flatMap(origin -> level(origin, relations))
                .max(Integer::compare)
                .orElse(USUAL);
    }

    /** As declared, else as inherited. */
    static int level(ThemeField field, Derivation derivation, FactRelations relations) {
        return field.level().orElseGet(() -> level(derivation, field.name(), relations));
    }

    private static Stream<Integer> level(Origin origin, FactRelations relations) {
        if (origin.field().equals(Point.ROWS)) {
            return Stream.of(USUAL);
        }
        return relations.get(origin.relation()).map(Published::dataset).stream()
                .flatMap(dataset -> dataset.find(origin.field()).stream())
                .map(FactField::sensitivity);
    }
}
