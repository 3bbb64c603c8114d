package org.chengshu.core.access.internal.account;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.Holders;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class HolderStore implements Holders {
    private final DSLContext sql;
    private final Areas areas;
    private final Organisations organisations;

    HolderStore(DSLContext sql, Areas areas, Organisations organisations) {
        this.sql = sql;
        this.areas = areas;
        this.organisations = organisations;
    }

    @Override
    public Set<UUID> holdersOf(String role, String areaPath) {
        Set<UUID> holders = new LinkedHashSet<>();
        sql.fetch("""
                        select ar.account_id, ar.area_code
                        from cs_core.account_role ar
                        join cs_core.role r on r.id = ar.role_id and not r.retired
                        join cs_core.account a on a.id = ar.account_id and a.disabled_at is null
                        where ar.role_id = ? order by ar.account_id
                        """, role).forEach(row -> {
            if (covers(Optional.ofNullable(row.get("area_code", String.class)), areaPath)) {
                holders.add(row.get("account_id", UUID.class));
            }
        });
        return holders;
    }

    /** A grant for an area that is no longer there covers nothing. */
    private boolean covers(Optional<String> area, String areaPath) {
        return area.isEmpty()
                || area.flatMap(areas::find)
                        .map(Area::path)
                        .filter(areaPath::startsWith)
                        .isPresent();
    }

    @Override
    public Set<UUID> membersOf(String organisation) {
        String[] codes = organisations
                .find(organisation)
                .map(Organisation::path)
                .map(path -> organisations.list().stream()
                        .filter(one -> one.path().startsWith(path))
                        .map(Organisation::code)
                        .toArray(String[]::new))
                .orElseGet(() -> new String[0]);
        return new LinkedHashSet<>(sql.fetch(
                        "select id from cs_core.account where organisation_code = any (?) and disabled_at is null order by id",
                        (Object) codes)
                .getValues(0, UUID.class));
    }
}
