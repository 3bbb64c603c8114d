package org.chengshu.data.lineage.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.Datasets;
import org.chengshu.data.source.SourceWorld;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.theme.run.Shops;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class FlowResourceTest {
    private static final String FLOW = "/api/data/v1/flow";
    private static final String THEME = """
            themes:
              - id: theme.flowing-shops
                title: {zh: 商户名, en: Names of shops}
                owner: market
                sql: select name from raw.theme_shops
                fields: [{name: name, title: {zh: 名称, en: Name}, type: text}]
            """;

    @Autowired
    private Packs packs;

    @Autowired
    private StoredDatasets stored;

    @Autowired
    private Revisions revisions;

    @Autowired
    private DSLContext sql;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Shops shops;

    @AfterEach
    void tidy() {
        shops.gone();
    }

    @Test
    void showsWhatFlowsWithItsFiguresTheWorstFirst() {
        shops = new Shops(packs, stored, revisions, sql).defined();
        shops.are(new Object[] {"a", "Tea", "/310000/", "2026-01-05", 1});
        shops.apply(THEME);
        Eventually.eventually(
                "the theme is made", () -> stored.get("theme.flowing-shops").rows() == 1);
        PeopleClient reader = PeopleClient.at(port).bearer(new TestPeople(context).token(Datasets.READ));
        JsonNode board = reader.get(FLOW + "?days=3").json();
        JsonNode theme = stop(board, "theme.flowing-shops");
        assertThat(theme.path("state").asString()).isEqualTo("fine");
        assertThat(theme.path("rows").asInt()).isEqualTo(1);
        assertThat(theme.path("days").size()).isEqualTo(3);
        Eventually.eventually(
                "the run is on record",
                () -> stop(reader.get(FLOW + "?days=3").json(), "theme.flowing-shops")
                                .path("sum")
                                .path("written")
                                .asInt()
                        >= 1);
        assertThat(stop(board, Shops.SHOPS).path("sum").path("promoted").asInt())
                .isEqualTo(1);
        assertThat(board.path("links").size()).isPositive();
        assertThat(reader.get(FLOW + "?days=0").status()).isEqualTo(400);
        assertThat(reader.get(FLOW + "/stops").json().path("items").size()).isPositive();
    }

    @Test
    void aDatasetIsLateWhenItsSourcesScheduleSaysSo() {
        shops = new Shops(packs, stored, revisions, sql).defined();
        shops.apply(THEME);
        PeopleClient people = PeopleClient.at(port).bearer(new TestPeople(context).token("*"));
        Map<String, Object> source = new TreeMap<>(
                SourceWorld.source("shops-of-every-hour", "file", Map.of("folder", "hourly-shops"), Shops.SHOPS));
        source.put("schedule", Map.of("everyMinutes", 60));
        String id =
                people.post("/api/data/v1/sources", source).json().path("id").asString();
        try {
            assertThat(stop(people.get(FLOW + "?days=1").json(), Shops.SHOPS)
                            .path("state")
                            .asString())
                    .isNotEqualTo("late");
            sql.execute(
                    "update cs_data.source set created_at = now() - interval '3 hours' where id = ?",
                    UUID.fromString(id));
            JsonNode late = stop(people.get(FLOW + "?days=1").json(), Shops.SHOPS);
            assertThat(late.path("state").asString()).isEqualTo("late");
            assertThat(late.path("late").isString()).isTrue();
            assertThat(late.at("/reason/en").asString()).contains("scheduled");
        } finally {
            sql.execute("delete from cs_data.source where id = ?", UUID.fromString(id));
        }
    }

    private static JsonNode stop(JsonNode board, String id) {
        return board.path("stops")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
