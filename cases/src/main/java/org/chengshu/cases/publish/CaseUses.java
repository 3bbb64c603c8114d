package org.chengshu.cases.publish;

import java.util.List;
import java.util.Set;
import org.chengshu.core.packs.PackUse;
import org.chengshu.core.packs.PackUse.Noun;
import org.chengshu.core.packs.PackUseSource;
import org.chengshu.core.packs.PackUses;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Open cases hold their kind, the department that leads them, and what proves that they were put right: rule and sensor. */
@Component
final class CaseUses implements PackUseSource {
    private static final Noun OPEN = new Noun("个未结案件", "open case", "open cases");

    private final DSLContext sql;

    CaseUses(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<PackUse> uses(String packId, String section, Set<String> ids) {
        return switch (section) {
            case "case-kinds" -> open("kind", "any", ids);
            case "organisations" -> open("department", "any", ids);
            case "rules" -> open("rule", "any", ids);
            case "devices" -> open("subject_id", "device", ids);
            default -> List.of();
        };
    }

    private List<PackUse> open(String column, String subjectKind, Set<String> ids) {
        return PackUses.holding(
                sql, OPEN, """
                select {0}, count(*), (array_agg(number order by opened_at desc))[1 : 3]
                from cs_cases.case_file
                where stage <> 'close' and {0} = any ({1}) and {2} in ('any', subject_kind)
                group by {0} order by {0}
                """, DSL.name(column), DSL.val(ids.toArray(String[]::new)), DSL.val(subjectKind));
    }
}
