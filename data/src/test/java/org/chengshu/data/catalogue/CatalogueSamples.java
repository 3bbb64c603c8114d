package org.chengshu.data.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.testing.Sample;
import org.chengshu.core.testing.SampleMaker.District;
import org.jooq.DSLContext;

/** Things of the catalogue in a district, as its routes address them. */
public final class CatalogueSamples {
    private static String content(String title) {
        return """
            {"title": "%s", "summary": "s", "classCode": "102", "fields": [{"name": "a", "title": "a", "type": "text",
            "sensitivity": 2}], "sharing": "unconditional", "openness": "closed", "cycle": "daily", "layer": "outside",
            "sensitivity": 2}""".formatted(title);
    }

    private final DSLContext sql;

    public CatalogueSamples(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<Sample> of(String path, District district) {
        String[] parts = path.substring("/api/data/v1/catalogue/".length()).split("/");
        String last = parts[parts.length - 1].replaceAll("[{}]", "");
        return Optional.of(
                switch (parts[0]) {
                    case "demands" -> Sample.of("id", demand(district)).with(Map.of("reason", "no"));
                    case "responsibilities" ->
                        Sample.of("id", responsibility(district)).with(Map.of("reason", "no", "entry", "town.lamps"));
                    case "negatives" ->
                        Sample.of("id", negative(district, last.equals("lift") ? "confirmed" : "proposed"))
                                .with(Map.of("reason", "no"));
                    default -> entry(district, last, parts[0]);
                });
    }

    private Sample entry(District district, String deed, String list) {
        String id = "sample-" + district.code() + "-" + deed;
        String state = List.of("recall", "publish", "send-back", "reviews").contains(deed) ? "review" : "draft";
        sql.execute("delete from cs_data.entry where id = ?", id);
        sql.execute(
                """
                insert into cs_data.entry (id, code, organisation, organisation_path, area_path, state, version, content,
                    origin, created_at, changed_at, submitted_at)
                values (?, ?, 'platform', '/', ?, ?, ?, cast(? as jsonb), 'form', now(), now(), now())
                """,
                id,
                id,
                district.path(),
                deed.equals("withdraw") ? "published" : state,
                deed.equals("withdraw") ? 1 : 0,
                content(id));
        if (deed.equals("dataset")) {
            sql.execute("update cs_data.entry set dataset = 'raw.' || id where id = ?", id);
            return new Sample(Map.of("id", id), "", id, Map.of("dataset", "town.lamps"));
        }
        Object body = Map.of("reason", "no", "content", Map.of("title", id));
        return new Sample(Map.of("id", id), "?limit=500", list.equals("imports") ? "" : id, body);
    }

    private String demand(District district) {
        return sql.fetchSingle("""
                        insert into cs_data.demand (organisation, organisation_path, area_path, title, purpose, basis, fields,
                            state, raised_by, raised_by_name, raised_at)
                        values ('platform', '/', ?, 't', 'p', 'b', '[]', 'raised', gen_random_uuid(), 'n', now())
                        returning id::text
                        """, district.path()).get(0, String.class);
    }

    private String responsibility(District district) {
        return sql.fetchSingle("""
                        insert into cs_data.responsibility (organisation, organisation_path, area_path, title, fields, due,
                            state, made_by, made_by_name, made_at)
                        values ('platform', '/', ?, 't', '[]', '2099-01-01', 'open', gen_random_uuid(), 'n', now())
                        returning id::text
                        """, district.path()).get(0, String.class);
    }

    private String negative(District district, String state) {
        return sql.fetchSingle("""
                        insert into cs_data.negative (organisation, organisation_path, area_path, title, fields, basis, blocks,
                            state, made_by, made_by_name, made_at)
                        values ('platform', '/', ?, 't', '[]', 'b', '{unconditional}', ?, gen_random_uuid(), 'n', now())
                        returning id::text
                        """, district.path(), state).get(0, String.class);
    }
}
