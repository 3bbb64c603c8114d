package org.chengshu.core.packs;

import java.util.List;
import org.chengshu.core.packs.PackUse.Noun;
import org.jooq.DSLContext;
import org.jooq.QueryPart;

/** Reads uses from a query whose columns are item, count and an array of examples. */
public final class PackUses {
    private PackUses() {}

    /** What the query finds, as uses that hold their items; its parts stand in it as {@code {0}}, {@code {1}}... */
    public static List<PackUse> holding(DSLContext sql, Noun noun, String query, QueryPart... parts) {
        return sql.fetch(query, parts)
                .map(row -> PackUse.holding(
                        row.get(0, String.class), noun, row.get(1, Long.class), List.of(row.get(2, String[].class))));
    }
}
