package org.chengshu.core.tree;

import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.geo.Position;

/**
 * The tree of the city's areas, held in memory and as fresh as the last committed change on this node, or two seconds old
 * when another node changed it. Inside the transaction that changes the tree the change is seen already. Safe for use by
 * many threads.
 */
public interface Areas {
    /** Faults with {@code NOT_FOUND}. */
    Area get(String code);

    Optional<Area> find(String code);

    /** All areas, by path. */
    List<Area> list();

    /** The deepest area whose boundary holds the position; of several as deep the first by path. */
    Optional<Area> at(Position position);
}
