package org.chengshu.sense.facts;

import java.util.List;
import java.util.Set;
import org.chengshu.core.packs.PackUse;
import org.chengshu.core.packs.PackUse.Noun;
import org.chengshu.core.packs.PackUseSource;
import org.chengshu.core.packs.PackUses;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Devices hold their product, their area and their owner. */
@Component
final class DeviceUses implements PackUseSource {
    private static final Noun DEVICES = new Noun("台设备", "device", "devices");

    private final DSLContext sql;

    DeviceUses(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<PackUse> uses(String packId, String section, Set<String> ids) {
        return switch (section) {
            case "products" -> devices("product", packId, ids);
            case "areas" -> devices("area", packId, ids);
            case "organisations" -> devices("owner", packId, ids);
            default -> List.of();
        };
    }

    private List<PackUse> devices(String column, String packId, Set<String> ids) {
        return PackUses.holding(
                sql, DEVICES, """
                select {0}, count(*), (array_agg(code order by created_at desc, code))[1 : 3]
                from cs_sense.device where not retired and {0} = any ({1}) and pack is distinct from {2}
                group by {0} order by {0}
                """, DSL.name(column), DSL.val(ids.toArray(String[]::new)), DSL.val(packId));
    }
}
