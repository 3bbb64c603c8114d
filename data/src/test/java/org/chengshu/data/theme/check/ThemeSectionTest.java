package org.chengshu.data.theme.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengshu.core.packs.Packs;
import org.chengshu.data.DataTest;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.theme.run.Shops;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DataTest
class ThemeSectionTest {
    static final String SOUND = """
            themes:
              - id: theme.shops-by-year
                title: {zh: 按年商户数, en: Shops by year}
                owner: market
                area: area_path
                key: [area_path, year]
                sql: |
                  select area_path, extract(year from opened)::int as year,
                         count(*) as shops, sum(capital) as capital
                  from raw.theme_shops
                  where name <> ''
                  group by area_path, extract(year from opened)
                fields:
                  - {name: area_path, title: {zh: 区域, en: Area}, type: text}
                  - {name: year, title: {zh: 年份, en: Year}, type: integer}
                  - {name: shops, title: {zh: 商户数, en: Shops}, type: integer}
                  - {name: capital, title: {zh: 资本, en: Capital}, type: number, unit: 万元}
                samples:
                  - title: {zh: 两年, en: Two years}
                    given:
                      raw.theme-shops:
                        - {code: a, name: Tea, area_path: /1/, opened: "2020-05-01", capital: 10}
                        - {code: b, name: Rice, area_path: /1/, opened: "2020-07-01", capital: 5.5}
                        - {code: c, name: Shoes, area_path: /1/, opened: "2021-07-01"}
                        - {code: d, name: "", area_path: /1/, opened: "2021-07-01"}
                    expect:
                      - {area_path: /1/, year: 2020, shops: 2, capital: 15.50}
                      - {area_path: /1/, year: 2021, shops: 1}
            """;

    @Autowired
    private Packs packs;

    @Autowired
    private StoredDatasets stored;

    @Autowired
    private Revisions revisions;

    @Autowired
    private DSLContext sql;

    private Shops shops;

    @BeforeEach
    void define() {
        shops = new Shops(packs, stored, revisions, sql).defined();
    }

    @AfterEach
    void tidy() {
        stored.drop(Shops.SHOPS);
    }

    @Test
    void letsASoundThemePassAndLeavesNoTraceOfItsTrial() {
        assertThat(shops.faults(SOUND)).isEmpty();
        assertThat(sql.fetch("select nspname from pg_namespace where nspname like 'trial%'"))
                .isEmpty();
    }

    @Test
    void namesFieldsThatAreNotThereAtTheirLine() {
        assertThat(shops.faults(SOUND.replace("where name <>", "where nme <>")))
                .containsExactly("themes.yaml:11 there is no column nme; did you mean name?");
        assertThat(shops.faults(SOUND.replace("from raw.theme_shops", "from raw.theme_shop")))
                .containsExactly("themes.yaml:10 there is no dataset raw.theme_shop; did you mean raw.theme_shops?");
        assertThat(shops.faults(SOUND.replace("from raw.theme_shops", "from cs_core.account")))
                .hasSize(1);
    }

    @Test
    void allowsFunctionsThatComputeOnly() {
        assertThat(shops.faults(SOUND.replace("where name <> ''", "where name <> pg_read_file('/etc/passwd')")))
                .containsExactly("themes.yaml:11 the function pg_read_file is not allowed");
        assertThat(shops.faults(SOUND.replace("where name <> ''", "where set_config('role', 'x', true) <> ''")))
                .hasSize(1);
        assertThat(shops.faults(SOUND.replace("where name <> ''", "where pg_sleep(9) is null")))
                .hasSize(1);
    }

    @Test
    void holdsColumnsAgainstFieldsAndTypes() {
        assertThat(shops.faults(SOUND.replace("as capital", "as capitol")))
                .containsExactlyInAnyOrder(
                        "themes.yaml:7 the column capitol of the query is not declared as a field; did you mean capital?",
                        "themes.yaml:17 the query has no column capital");
        assertThat(shops.faults(SOUND.replace(
                        "title: {zh: 年份, en: Year}, type: integer", "title: {zh: 年份, en: Year}, type: text")))
                .containsExactly("themes.yaml:7 the column year is of type int4, declared as text; write ::text");
        assertThat(shops.faults(SOUND.replace("key: [area_path, year]", "key: [area_path, yaer]")))
                .containsExactly("themes.yaml:6 there is no field yaer; did you mean year?");
        assertThat(shops.faults(SOUND.replace("extract(year from opened)::int as year", "name - 1 as year"))
                        .getFirst())
                .startsWith("themes.yaml:8 the database does not take the SQL");
    }

    @Test
    void showsHowASampleDiffers() {
        assertThat(shops.faults(SOUND.replace("shops: 2, capital: 15.50", "shops: 3, capital: 15.50")))
                .containsExactly(
                        "themes.yaml:26 sample \"Two years\": expected and not there:"
                                + " {area_path=/1/, capital=15.5, shops=3, year=2020}",
                        "themes.yaml:26 sample \"Two years\": there and not expected:"
                                + " {area_path=/1/, capital=15.5, shops=2, year=2020}");
        assertThat(shops.faults(SOUND.replace("{code: a, name: Tea", "{cod: a, name: Tea")))
                .containsExactly("themes.yaml:26 sample \"Two years\": raw.theme-shops has no field cod");
    }

    @Test
    void refusesThemesThatStandOnEachOther() {
        String one = circle("theme.one", "theme.two");
        String other = circle("theme.two", "theme.one").replace("themes:\n", "");
        assertThat(shops.faults(one + other))
                .containsExactly(
                        "themes.yaml:5 themes stand on each other in a circle: theme.one -> theme.two -> theme.one",
                        "themes.yaml:10 themes stand on each other in a circle: theme.two -> theme.one -> theme.two");
    }

    private static String circle(String id, String of) {
        return """
                themes:
                  - id: %s
                    title: {zh: 环, en: Circle}
                    owner: market
                    sql: select x from %s
                    fields: [{name: x, title: {zh: x, en: x}, type: text}]
                """.formatted(id, of);
    }

    @Test
    void lowersSensitivityOnlyForAReason() {
        String lower = SOUND.replace("type: number, unit: 万元}", "type: number, sensitivity: {level: 1}}");
        assertThat(shops.faults(lower))
                .containsExactly(
                        "themes.yaml:17 what capital is made of is of sensitivity 2; to lower it takes a reason");
        assertThat(shops.faults(lower.replace("{level: 1}", "{level: 1, reason: {zh: 合计, en: A sum}}")))
                .isEmpty();
    }

    @Test
    void wantsAScheduleWhereNothingTellsOfNewRows() {
        String lamps = """
                themes:
                  - id: theme.lamps
                    title: {zh: 灯, en: Lamps}
                    owner: town
                    sql: select name from town.lamps
                    fields: [{name: name, title: {zh: x, en: x}, type: text}]
                """;
        assertThat(shops.faults(lamps)).hasSize(1).first().asString().contains("a schedule is needed");
        assertThat(shops.faults(lamps + "    schedule: \"0 0 2 * * *\"\n")).isEmpty();
        assertThat(shops.faults(lamps + "    schedule: \"2 o'clock daily\"\n")).hasSize(1);
    }
}
