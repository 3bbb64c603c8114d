package org.chengshu.data.catalogue.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;
import static org.chengshu.data.catalogue.CatalogueWorld.ENTRIES;
import static org.chengshu.data.catalogue.CatalogueWorld.content;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.events.Outbox;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestTown;
import org.chengshu.data.DataTest;
import org.chengshu.data.DataTestApp;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.DatasetRefreshed;
import org.chengshu.data.Datasets;
import org.chengshu.data.LampWorld;
import org.chengshu.data.catalogue.CatalogueWorld;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class CatalogueWatchTest {
    private static final String LAMPS = ENTRIES + "/" + DataTestApp.LAMPS;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Datasets datasets;

    @Autowired
    private ReadCounts counts;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private DSLContext sql;

    @LocalServerPort
    private int port;

    private CatalogueWorld world;
    private PeopleClient reader;

    @BeforeEach
    void lamps() {
        world = new CatalogueWorld(context, port);
        reader = world.reader();
        eventually("the lamps have an entry", () -> reader.get(LAMPS).status() == 200);
    }

    @Test
    void everyReadIsCountedOnceByItsKind() {
        counts.keep();
        JsonNode before = today();
        String door = "/api/data/v1/datasets/" + DataTestApp.LAMPS;
        reader.get(door + "/sample");
        reader.get(door + "/rows?fields=name");
        reader.get(door + "/rows.csv?fields=name");
        reader.post(door + "/query", Map.of("fields", List.of("name")));
        datasets.query(DatasetQuery.fields(DataTestApp.LAMPS, List.of("name")), Viewer.system());
        reader.get(door + "/rows?fields=nothing");

        counts.keep();
        assertThat(more(before, "rows")).isEqualTo(2);
        assertThat(more(before, "export")).isEqualTo(1);
        assertThat(more(before, "query")).isEqualTo(1);
        assertThat(more(before, "platform")).isPositive();
        assertThat(reader.get(LAMPS).json().path("reads").asLong()).isGreaterThanOrEqualTo(4);
    }

    private JsonNode today() {
        return reader.get(LAMPS + "/heat?days=1").json().path("days").path(0).path("reads");
    }

    private long more(JsonNode before, String kind) {
        return today().path(kind).asLong(0) - before.path(kind).asLong(0);
    }

    @Test
    void aRefreshMeasuresTheAgeAgainstTheDeclaredCycle() {
        new LampWorld(sql).empty().lamp("old", "/", 1.0, "2026-01-01T00:00:00Z");
        sql.execute(
                "update cs_data.entry set content = jsonb_set(content, '{cycle}', '\"daily\"') where id = ?",
                DataTestApp.LAMPS);
        refreshed();
        eventually(
                "the lamps are late",
                () -> reader.get(LAMPS).json().path("late").asBoolean());
        assertThat(reader.get(LAMPS).json().path("newest").asString()).isEqualTo("2026-01-01T00:00:00Z");

        new LampWorld(sql).lamp("new", "/", 1.0, clock.instant().toString());
        refreshed();
        eventually(
                "the lamps are fresh",
                () -> !reader.get(LAMPS).json().path("late").asBoolean());
    }

    private void refreshed() {
        transactions.run(() -> outbox.emit(new DatasetRefreshed(DataTestApp.LAMPS, 1, 1, clock.instant())));
    }

    @Test
    void subscribersHearOfRefreshesVersionsAndWithdrawals() {
        AccountView account = world.account(TestTown.BUREAU, "data:read");
        PeopleClient subscriber = world.as(account);
        subscriber.put(LAMPS + "/subscription", Map.of("onRefresh", true));
        refreshed();
        eventually("the refresh is told", () -> notices(subscriber).contains("/data/" + DataTestApp.LAMPS));

        String id = world.published(TestTown.OFFICE, "订阅的资源", List.of("编号"));
        subscriber.put(ENTRIES + "/" + id + "/subscription", Map.of("onVersion", true, "onWithdrawal", true));
        PeopleClient office = world.editor(TestTown.OFFICE);
        office.with("If-Match", "*").put(ENTRIES + "/" + id, Map.of("content", content("订阅的资源", List.of("编号", "名称"))));
        office.post(ENTRIES + "/" + id + "/submit", Map.of());
        world.reviewer().post(ENTRIES + "/" + id + "/publish", Map.of());
        eventually("the version is told", () -> notices(subscriber).contains("目录更新为第 2 版"));
        office.post(ENTRIES + "/" + id + "/withdraw", Map.of("reason", "系统停用"));
        eventually("the withdrawal is told", () -> notices(subscriber).contains("资源已撤回：系统停用"));
        assertThat(subscriber
                        .get("/api/data/v1/catalogue/subscriptions")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    private static String notices(PeopleClient who) {
        return who.get("/api/core/v1/notices").body();
    }
}
