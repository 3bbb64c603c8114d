package org.chengshu.core.spi;

import java.util.Objects;
import org.chengshu.kernel.Text;

/**
 * A right that a role may hold, and what part of the city it can be limited to. Immutable.
 *
 * @param name {@code module:action}, such as {@code core:packs}
 */
public record Permission(String name, Text title, Limit limit) {
    /** What limits a right when its role is granted for a part of the city. */
    public enum Limit {
        /** Nothing: it is about the city as a whole, so a grant for a part does not give it. */
        CITY,
        /** The area; an organisation named by the grant is not looked at. */
        AREA,
        /** The area and the organisation named by the grant. */
        ORGANISATION,
        /** As {@link #ORGANISATION}, but without one named it ends at the account's own organisation, if it has one. */
        OWN_ORGANISATION
    }

    public Permission {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(limit, "limit");
    }

    /** A right limited by area. */
    public static Permission of(String name, String zh, String en) {
        return new Permission(name, Text.of(zh, en), Limit.AREA);
    }

    /** A right over the city as a whole. */
    public static Permission ofCity(String name, String zh, String en) {
        return new Permission(name, Text.of(zh, en), Limit.CITY);
    }

    public Permission limitedBy(Limit other) {
        return new Permission(name, title, other);
    }
}
