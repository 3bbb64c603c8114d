package org.chengshu.core.tree;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.geo.Position;

/**
 * The tree of the city's areas, held in memory and as fresh as the last committed change on this node, or two seconds old
 * when another node changed it. Inside the transaction that changes the tree the change is seen already. Whoever writes a
 * row keeps the path of that moment and never rewrites it: figures of a day stay with that day's tree, and {@link #reach}
 * leads from today's tree to the rows of former days. Safe for use by many threads.
 */
public interface Areas {
    /** Faults with {@code NOT_FOUND}. */
    Area get(String code);

    Optional<Area> find(String code);

    /** All areas, by path. */
    List<Area> list();

    /** The tree as it was at a moment, by path; read from the database. */
    List<Area> asOf(Instant moment);

    /** The deepest area whose boundary holds the position; of several as deep the first by path. */
    Optional<Area> at(Position position);

    /**
     * Where rows lie that belong to the area today: its path, and the former paths of all that is in it now, without what
     * has left it. Faults with {@code NOT_FOUND}.
     */
    Reach reach(String code);

    /** The path today of what lay at a path when it was written; the path itself when the tree never knew it. */
    String present(String path);
}
