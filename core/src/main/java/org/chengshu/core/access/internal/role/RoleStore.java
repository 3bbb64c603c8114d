package org.chengshu.core.access.internal.role;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
class RoleStore {
    private static final String READ = """
            select r.id, r.title_zh, r.title_en, r.permissions, r.pack_id, r.version,
                   (select count(distinct ar.account_id) from cs_core.account_role ar where ar.role_id = r.id) as accounts
              from cs_core.role r where not r.retired
            """;

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

    /** As {@link #find}, under lock until the transaction ends. */
    Optional<Role> lock(String id) {
        sql.fetch("select 1 from cs_core.role where id = ? for update", id);
        return find(id);
    }

    void insert(String id, Text title, Collection<String> permissions) {
        sql.execute(
                "insert into cs_core.role (id, title_zh, title_en, permissions) values (?, ?, ?, ?)",
                id,
                title.zh(),
                title.en(),
                permissions.toArray(String[]::new));
    }

    void update(String id, Text title, Collection<String> permissions) {
        sql.execute(
                "update cs_core.role set title_zh = ?, title_en = ?, permissions = ?, version = version + 1 where id = ?",
                title.zh(),
                title.en(),
                permissions.toArray(String[]::new),
                id);
    }

    void delete(String id) {
        sql.execute("delete from cs_core.role where id = ?", id);
    }

    /** The names of accounts that hold the role. */
    List<String> holders(String id, int most) {
        return sql.fetch("""
                        select distinct a.name, a.name_key from cs_core.account a
                          join cs_core.account_role ar on ar.account_id = a.id
                         where ar.role_id = ? order by a.name_key limit ?
                        """, id, most).getValues("name", String.class);
    }

    void upsert(String packId, String id, Text title, Collection<String> permissions) {
        sql.execute("""
                insert into cs_core.role (id, title_zh, title_en, permissions, pack_id) values (?, ?, ?, ?, ?)
                on conflict (id) do update
                   set title_zh = excluded.title_zh, title_en = excluded.title_en,
                       permissions = excluded.permissions, pack_id = excluded.pack_id, retired = false,
                       version = role.version + 1
                """, id, title.zh(), title.en(), permissions.toArray(String[]::new), packId);
    }

    void retireAllBut(String packId, Collection<String> ids) {
        sql.execute(
                "update cs_core.role set retired = true where pack_id = ? and not retired and id <> all (?)",
                packId,
                ids.toArray(String[]::new));
    }

    private static Role row(Record row) {
        String id = row.get("id", String.class);
        Optional<String> pack = Optional.ofNullable(row.get("pack_id", String.class));
        Role.Origin origin = pack.isPresent() ? Role.Origin.PACK : Role.Origin.OWN;
        return new Role(
                id,
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                List.of(row.get("permissions", String[].class)),
                id.equals(Role.ADMINISTRATOR) ? Role.Origin.BUILT_IN : origin,
                pack,
                row.get("version", Long.class),
                row.get("accounts", Integer.class));
    }
}
