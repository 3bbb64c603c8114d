package org.chengshu.data.sql;

import java.util.List;
import java.util.Optional;

/** What a statement may read. Names come as PostgreSQL understands them: folded to lower case unless quoted. */
public interface Relations {
    /** @param schema empty when the statement names none */
    Optional<Relation> find(Optional<String> schema, String name);

    /** Names as a statement would write them; to offer the nearest when one is unknown. */
    List<String> names();
}
