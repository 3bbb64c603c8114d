package org.chengshu.data.theme.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chengshu.core.testing.Eventually.eventually;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.FieldUse;
import org.chengshu.data.LampWorld;
import org.chengshu.data.Order;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class ThemeRunTest {
    private static final String MONTHS = """
            themes:
              - id: theme.shop-months
                title: {zh: 按月商户, en: Shops by month}
                owner: market
                area: area_path
                time: month
                key: [area_path, month]
                incremental: {field: month, grain: month, inputs: {raw.theme-shops: opened}}
                sql: |
                  select s.area_path, date_trunc('month', s.opened)::date as month, count(*) as shops,
                         sum(s.capital) as capital
                  from raw.theme_shops s
                  group by s.area_path, date_trunc('month', s.opened)
                fields:
                  - {name: area_path, title: {zh: 区域, en: Area}, type: text}
                  - {name: month, title: {zh: 月份, en: Month}, type: date}
                  - {name: shops, title: {zh: 商户数, en: Shops}, type: integer}
                  - {name: capital, title: {zh: 资本, en: Capital}, type: number}
              - id: theme.shops-of-all
                title: {zh: 合计, en: All shops}
                owner: market
                sql: select sum(shops)::bigint as shops from theme.shop_months
                fields:
                  - {name: shops, title: {zh: 商户数, en: Shops}, type: integer}
            """;
    private static final String MONTHS_ID = "theme.shop-months";
    private static final String ALL_ID = "theme.shops-of-all";

    @Autowired
    private Packs packs;

    @Autowired
    private StoredDatasets stored;

    @Autowired
    private Revisions revisions;

    @Autowired
    private Datasets datasets;

    @Autowired
    private DSLContext sql;

    @Autowired
    private Themes themes;

    @Autowired
    private ThemeRuns runs;

    @Autowired
    private FieldUse use;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Shops shops;

    @BeforeEach
    void define() {
        shops = new Shops(packs, stored, revisions, sql).defined();
    }

    @AfterEach
    void tidy() {
        shops.gone();
    }

    @Test
    void whatIsMadeOfAFieldBecomesAsSensitiveAsTheFieldLaterOn() {
        shops.apply("""
                themes:
                  - id: theme.names-of-shops
                    title: {zh: 商户名, en: Names of shops}
                    owner: market
                    sql: select name, code from raw.theme_shops
                    fields: [{name: name, title: {zh: 名称, en: Name}, type: text}, {name: code, title: {zh: 编码, en: Code}, type: text}]
                  - id: theme.letters-of-shops
                    title: {zh: 首字, en: First letters}
                    owner: market
                    sql: select left(name, 1) as letter from theme.names_of_shops
                    fields: [{name: letter, title: {zh: 首字, en: Letter}, type: text}]
                """);
        assertThat(level("theme.letters-of-shops", "letter")).isEqualTo(2);
        StoredDefinition before = stored.get(Shops.SHOPS).definition();
        stored.change(before.with(before.fields().stream()
                .map(field -> field.name().equals("name")
                        ? new StoredField(
                                field.name(),
                                field.title(),
                                field.type(),
                                field.unit(),
                                4,
                                field.standard(),
                                field.origin())
                        : field)
                .toList()));
        assertThat(level("theme.names-of-shops", "name")).isEqualTo(4);
        assertThat(level("theme.names-of-shops", "code")).isEqualTo(2);
        assertThat(level("theme.letters-of-shops", "letter")).as("two steps on").isEqualTo(4);
    }

    private int level(String dataset, String field) {
        return stored.get(dataset).definition().field(field).orElseThrow().sensitivity();
    }

    @Test
    void computesThemesInOrderAndAgainOnlyWhereSomethingChanged() {
        shops.are(shop("a", "2026-01-05", 10), shop("b", "2026-01-06", 5), shop("c", "2026-02-01", 1));
        shops.apply(MONTHS);
        eventually("total()", () -> total().equals(Optional.of(3L)));
        assertThat(months()).containsExactly("2026-01-01 2", "2026-02-01 1");
        assertThat(runs.lastGood(MONTHS_ID, 1).orElseThrow().periods()).isEmpty();

        shops.are(
                shop("a", "2026-01-05", 10),
                shop("b", "2026-01-06", 5),
                shop("c", "2026-02-01", 1),
                shop("d", "2026-02-03", 1),
                shop("e", "2026-03-03", 1));
        eventually("total()", () -> total().equals(Optional.of(5L)));
        assertThat(months()).containsExactly("2026-01-01 2", "2026-02-01 2", "2026-03-01 1");
        ThemeRun second = runs.lastGood(MONTHS_ID, 1).orElseThrow();
        assertThat(second.periods()).contains(2);
        assertThat(second.written()).isEqualTo(2);
        assertThat(second.total()).isEqualTo(3);

        shops.are(
                shop("b", "2026-01-06", 5),
                shop("a", "2026-01-05", 10),
                shop("c", "2026-02-01", 1),
                shop("d", "2026-02-03", 1),
                shop("e", "2026-03-03", 1));
        eventually(
                "runs.lastGood(MONTHS_ID, 1).orElseThrow().state()",
                () -> runs.lastGood(MONTHS_ID, 1).orElseThrow().state().equals(RunState.UNCHANGED));
        shows();
        namesWhoStandsOnAField();
    }

    private void shows() {
        PeopleClient reader = PeopleClient.at(port).bearer(new TestPeople(context).token(Datasets.READ));
        JsonNode list = reader.get("/api/data/v1/themes").json().path("items");
        assertThat(list.findValuesAsString("id")).contains(MONTHS_ID, ALL_ID);
        JsonNode one = reader.get("/api/data/v1/themes/" + MONTHS_ID).json();
        assertThat(one.path("theme").path("state").asString()).isEqualTo("fresh");
        assertThat(one.path("theme").path("inputs").path(0).asString()).isEqualTo(Shops.SHOPS);
        assertThat(one.path("fields").path(3).path("from").path(0).path("how").asString())
                .isEqualTo("aggregated");
        JsonNode past =
                reader.get("/api/data/v1/themes/" + MONTHS_ID + "/runs?limit=1").json();
        assertThat(past.path("items").size()).isEqualTo(1);
        assertThat(past.path("next").isString()).isTrue();
        assertThat(reader.get("/api/data/v1/themes/theme.shop-month").body())
                .contains("did you mean theme.shop-months");
        assertThat(reader.post("/api/data/v1/themes/" + MONTHS_ID + "/run", "").status())
                .isEqualTo(403);
    }

    private void namesWhoStandsOnAField() {
        List<FieldUse.User> users = use.users(Shops.SHOPS, Set.of("capital"));
        assertThat(users)
                .extracting(FieldUse.User::id, FieldUse.User::stale)
                .containsExactly(tuple(MONTHS_ID, false), tuple(ALL_ID, true));
        assertThat(users.getFirst().fields()).containsExactly("capital");
        assertThat(use.users(Shops.SHOPS, Set.of("name"))).isEmpty();
    }

    @Test
    void keepsItsFormerRowsWhenTheGateIsClosedAndSaysWhy() {
        shops.apply(MONTHS);
        eventually(
                "themes.get(MONTHS_ID).state()",
                () -> themes.get(MONTHS_ID).state().equals(ThemeState.STALE));
        assertThat(themes.get(MONTHS_ID).reason().orElseThrow().en())
                .isEqualTo("nothing of the input raw.theme-shops has been promoted yet");
        eventually(
                "themes.get(ALL_ID).state()", () -> themes.get(ALL_ID).state().equals(ThemeState.STALE));
        shops.are(shop("a", "2026-01-05", 10));
        eventually("total()", () -> total().equals(Optional.of(1L)));
        assertThat(themes.get(MONTHS_ID).state()).isEqualTo(ThemeState.FRESH);
        assertThat(themes.get(MONTHS_ID).staleSince()).isEmpty();
    }

    @Test
    void doesNotPublishRowsThatShareAKey() {
        shops.are(shop("a", "2026-01-05", 10), shop("b", "2026-01-06", 5));
        shops.apply(MONTHS.substring(0, MONTHS.indexOf("  - id: theme.shops-of-all"))
                .replace("key: [area_path, month]", "key: [area_path]"));
        eventually(
                "themes.get(MONTHS_ID).state()",
                () -> themes.get(MONTHS_ID).state().equals(ThemeState.FRESH));
        shops.are(shop("a", "2026-01-05", 10), shop("b", "2026-02-06", 5));
        eventually(
                "themes.get(MONTHS_ID).state()",
                () -> themes.get(MONTHS_ID).state().equals(ThemeState.FAILED));
        assertThat(themes.get(MONTHS_ID).reason().orElseThrow().en()).contains("two rows have the key [area_path]");
        assertThat(months()).containsExactly("2026-01-01 2");
    }

    private Optional<Long> total() {
        if (datasets.find(ALL_ID).isEmpty()) {
            return Optional.empty();
        }
        return datasets.query(DatasetQuery.fields(ALL_ID, List.of("shops")), LampWorld.reader()).rows().stream()
                .findFirst()
                .map(row -> (Long) row.getFirst());
    }

    private List<String> months() {
        return datasets
                .query(
                        DatasetQuery.fields(MONTHS_ID, List.of("month", "shops"))
                                .orderBy(Order.up("month")),
                        LampWorld.reader())
                .rows()
                .stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();
    }

    private static Object[] shop(String code, String opened, int capital) {
        return new Object[] {code, "Shop " + code, "/310000/", opened, capital};
    }
}
