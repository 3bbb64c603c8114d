package org.chengshu.core.access.internal.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
class RoleStore {
    private static final String READ =
            "select id, title_zh, title_en, permissions from cs_core.role where not retired ";

    private final DSLContext sql;

    RoleStore(DSLContext sql) {
        this.sql = sql;
    }

    List<Role> list() {
        return sql.fetch(READ + "order by id").map(RoleStore::row);
    }

    /** Those that people made and no pack owns. */
    List<Role> madeByHand() {
        return sql.fetch(READ + "and pack_id is null and id <> ? order by id", Role.ADMINISTRATOR)
                .map(RoleStore::row);
    }

    Optional<Role> find(String id) {
        return sql.fetchOptional(READ + "and id = ?", id).map(RoleStore::row);
    }

    void upsert(String packId, Role role) {
        sql.execute(
                """
                insert into cs_core.role (id, title_zh, title_en, permissions, pack_id) values (?, ?, ?, ?, ?)
                on conflict (id) do update
                   set title_zh = excluded.title_zh, title_en = excluded.title_en,
                       permissions = excluded.permissions, pack_id = excluded.pack_id, retired = false
                """,
                role.id(),
                role.title().zh(),
                role.title().en(),
                role.permissions().toArray(String[]::new),
                packId);
    }

    void retireAllBut(String packId, Collection<String> ids) {
        sql.execute(
                "update cs_core.role set retired = true where pack_id = ? and not retired and id <> all (?)",
                packId,
                ids.toArray(String[]::new));
    }

    private static Role row(Record row) {
        return new Role(
                row.get("id", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                List.of(row.get("permissions", String[].class)));
    }
}
