package org.chengshu.alarm.publish;

import java.util.List;
import java.util.Set;
import org.chengshu.core.packs.PackUse;
import org.chengshu.core.packs.PackUse.Noun;
import org.chengshu.core.packs.PackUseSource;
import org.chengshu.core.packs.PackUses;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Open alarms hold their rule and what they are about: else nothing could clear them but that they are forgotten. */
@Component
final class AlarmUses implements PackUseSource {
    private static final Noun OPEN = new Noun("个未解除的告警", "open alarm", "open alarms");

    private final DSLContext sql;

    AlarmUses(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<PackUse> uses(String packId, String section, Set<String> ids) {
        return switch (section) {
            case "rules" -> open("rule_id", "subject_id", "any", ids);
            case "devices" -> open("subject_id", "rule_id", "device", ids);
            default -> List.of();
        };
    }

    private List<PackUse> open(String item, String example, String kind, Set<String> ids) {
        return PackUses.holding(
                sql, OPEN, """
                select {0}, count(*), (array_agg({1} order by raised_at desc))[1 : 3]
                from cs_alarm.alarm
                where cleared_at is null and not historical and {0} = any ({2}) and {3} in ('any', subject_kind)
                group by {0} order by {0}
                """, DSL.name(item), DSL.name(example), DSL.val(ids.toArray(String[]::new)), DSL.val(kind));
    }
}
