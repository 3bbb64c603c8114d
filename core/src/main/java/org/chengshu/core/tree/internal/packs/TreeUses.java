package org.chengshu.core.tree.internal.packs;

import java.util.List;
import java.util.Set;
import org.chengshu.core.packs.PackUse;
import org.chengshu.core.packs.PackUse.Noun;
import org.chengshu.core.packs.PackUseSource;
import org.chengshu.core.packs.PackUses;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What stands beneath a node, made by people or another pack, holds it. */
@Component
class TreeUses implements PackUseSource {
    private static final Noun BENEATH = new Noun("个下级节点", "node beneath it", "nodes beneath it");

    private final DSLContext sql;

    TreeUses(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<PackUse> uses(String packId, String section, Set<String> ids) {
        return switch (section) {
            case "areas" -> beneath(Tree.AREA, packId, ids);
            case "organisations" -> beneath(Tree.ORGANISATION, packId, ids);
            default -> List.of();
        };
    }

    private List<PackUse> beneath(Tree tree, String packId, Set<String> ids) {
        return PackUses.holding(
                sql, BENEATH, """
                select parent, count(*), (array_agg(code order by code))[1 : 3]
                from cs_core.tree_node
                where tree = {0} and parent = any ({1}) and not closed and pack_id is distinct from {2}
                group by parent order by parent
                """, DSL.val(tree.word()), DSL.val(ids.toArray(String[]::new)), DSL.val(packId));
    }
}
