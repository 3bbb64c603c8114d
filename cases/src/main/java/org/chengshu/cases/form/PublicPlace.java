package org.chengshu.cases.form;

import java.util.Locale;
import java.util.Optional;
import org.chengshu.kernel.geo.Position;

/** How exactly everybody may see where cases of a kind are; what people wrote or photographed is shown with the exact place only. */
public enum PublicPlace {
    /** Where it is. */
    EXACT,
    /** The middle of the cell of a fixed grid in which it is, so that asking again and again tells no more. */
    NEAR,
    /** Only in which area. */
    AREA;

    /** The side of a cell in degrees: some 550 m from south to north, less from west to east. */
    public static final double CELL = 0.005;

    static PublicPlace ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What is shown of a position. */
    public Optional<Position> shown(Position of) {
        return switch (this) {
            case EXACT -> Optional.of(of);
            case NEAR -> Optional.of(new Position(middle(of.longitude()), middle(of.latitude())));
            case AREA -> Optional.empty();
        };
    }

    private static double middle(double degrees) {
        double from = Math.floor(degrees / CELL) * CELL;
        return Math.round((from + CELL / 2) * 1e6) / 1e6;
    }
}
