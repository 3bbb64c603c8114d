package org.chengshu.data.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.testing.RouteAccessContract;
import org.chengshu.core.testing.Sample;
import org.chengshu.core.testing.SampleMaker;
import org.chengshu.data.DataTest;
import org.chengshu.data.LampWorld;
import org.chengshu.data.catalogue.CatalogueSamples;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;

@DataTest
class DatasetRoutesTest extends RouteAccessContract {
    @Autowired
    DSLContext sql;

    @Override
    protected List<String> modulePaths() {
        return List.of("/api/data/");
    }

    @Override
    protected SampleMaker samples() {
        return (route, district) -> {
            if (route.path().startsWith("/api/data/v1/catalogue/")) {
                return new CatalogueSamples(sql).of(route.path(), district);
            }
            String lamp = "lamp-of-" + district.code();
            if (route.path().startsWith("/api/data/v1/tags/")) {
                return Optional.of(TaggedLamp.make(sql, lamp, district.path()));
            }
            new LampWorld(sql).empty().lamp(lamp, district.path(), 3.5, "2027-01-01T00:00:00Z");
            if (route.path().contains("/findings/{finding}")) {
                return Optional.of(new Sample(Map.of("finding", finding()), "", lamp, Map.of()));
            }
            return Optional.of(new Sample(Map.of("id", "town.lamps"), "", lamp, Map.of("fields", List.of("name"))));
        };
    }

    // A rule that every lamp fails.
    private String finding() {
        sql.execute("""
                insert into cs_data.quality_rule (id, dataset, spec, changed_at)
                values ('lamp-dark', 'town.lamps', cast(? as jsonb), now()) on conflict do nothing
                """, """
                {"id": "lamp-dark", "title": {"zh": "暗", "en": "Dark"},
                 "check": {"type": "range", "field": "power", "max": 1}}
                """);
        return sql.fetchValue("""
                        insert into cs_data.finding (id, dataset, rule, kind, title_zh, title_en, severity, state, first_seen,
                                                     raised_at, last_seen, last_run, failing, checked)
                        values (gen_random_uuid(), 'town.lamps', 'lamp-dark', 'wrong', '暗', 'Dark', 2, 'open', now(), now(),
                                now(), gen_random_uuid(), 1, 1)
                        on conflict (dataset, rule) do update set failing = 1 returning id
                        """).toString();
    }
}
