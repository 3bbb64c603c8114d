package org.chengshu.core.notices.internal.rules;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules that packs brought. */
@Component
public final class NoticeRuleStore {
    private static final String READ = "select pack_id, body::text as body from cs_core.notice_rule where not retired";

    private final DSLContext sql;
    private final JsonMapper json;
    private final Areas areas;

    NoticeRuleStore(DSLContext sql, JsonMapper json, Areas areas) {
        this.sql = sql;
        this.json = json;
        this.areas = areas;
    }

    /** A rule whose area is no longer there meets nothing. */
    public List<NoticeRule> meeting(Notice notice) {
        return sql.fetch(READ + " and matter = ? order by id", notice.matter()).stream()
                .map(this::rule)
                .filter(rule -> rule.meets(notice, rule.area().map(this::path).orElse("/")))
                .toList();
    }

    public Optional<NoticeRule> find(String id) {
        return sql.fetchOptional(READ + " and id = ?", id).map(this::rule);
    }

    List<Brought> list() {
        return sql.fetch(READ + " order by id").map(row -> new Brought(rule(row), row.get("pack_id", String.class)));
    }

    void put(String packId, String id, JsonNode body) {
        sql.execute("""
                insert into cs_core.notice_rule (id, pack_id, matter, body) values (?, ?, ?, ?::jsonb)
                on conflict (id) do update set pack_id = excluded.pack_id, matter = excluded.matter,
                    body = excluded.body, retired = false
                """, id, packId, body.path("matter").asString(), json.writeValueAsString(body));
    }

    void retireOthers(String packId, List<String> kept) {
        sql.execute(
                "update cs_core.notice_rule set retired = true where pack_id = ? and not id = any (?)",
                packId,
                kept.toArray(String[]::new));
    }

    private String path(String area) {
        return areas.find(area).map(Area::path).orElse("/?/");
    }

    private NoticeRule rule(Record row) {
        return NoticeRuleJson.read(json.readTree(row.get("body", String.class)));
    }

    record Brought(NoticeRule rule, String pack) {}
}
