package org.chengshu.core.access.internal.account;

import java.util.List;
import java.util.Set;
import org.chengshu.core.packs.PackUse;
import org.chengshu.core.packs.PackUse.Noun;
import org.chengshu.core.packs.PackUseSource;
import org.chengshu.core.packs.PackUses;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Accounts hold their roles and the areas and organisations that they belong to or hold them for. */
@Component
class AccountUses implements PackUseSource {
    private static final Noun ACCOUNTS = new Noun("个账号", "account", "accounts");

    private final DSLContext sql;

    AccountUses(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<PackUse> uses(String packId, String section, Set<String> ids) {
        return switch (section) {
            case "roles" -> accounts("""
                    select g.role_id, count(distinct a.id), (array_agg(distinct a.name))[1 : 3]
                    from cs_core.account_role g join cs_core.account a on a.id = g.account_id
                    where g.role_id = any ({0}) group by g.role_id order by g.role_id
                    """, ids);
            case "areas" -> accounts("""
                    select g.area_code, count(distinct a.id), (array_agg(distinct a.name))[1 : 3]
                    from cs_core.account_role g join cs_core.account a on a.id = g.account_id
                    where g.area_code = any ({0}) group by g.area_code order by g.area_code
                    """, ids);
            case "organisations" -> accounts("""
                    select code, count(distinct id), (array_agg(distinct name))[1 : 3]
                    from (select organisation_code as code, id, name from cs_core.account
                          union all
                          select g.organisation_code, a.id, a.name
                          from cs_core.account_role g join cs_core.account a on a.id = g.account_id) as belongs
                    where code = any ({0}) group by code order by code
                    """, ids);
            default -> List.of();
        };
    }

    private List<PackUse> accounts(String query, Set<String> ids) {
        return PackUses.holding(sql, ACCOUNTS, query, DSL.val(ids.toArray(String[]::new)));
    }
}
