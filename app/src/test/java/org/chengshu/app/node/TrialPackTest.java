package org.chengshu.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.Applied;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.core.testing.TestPeople;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** A pack with an item of every section: what all modules do with it, they do together. */
@SpringBootTest(
        classes = {NodeApplication.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TrialPackTest {
    private static final PackFiles TRIAL = new PackFiles(Map.of(
            "pack.yaml", """
            id: trial
            version: 1.0.0
            title: {zh: 试验, en: Trial}
            description: {zh: 每个板块各有一项, en: One item of every section}
            """,
            "all.yaml", """
            areas: [{code: trial-area, name: {zh: 试验区, en: Trial area}, kind: district}]
            organisations: [{code: trial-bureau, name: {zh: 试验局, en: Trial bureau}, kind: department}]
            roles: [{id: trial-role, title: {zh: 试验员, en: Trier}, permissions: [sense:read]}]
            catalogue-classes: [{id: "299", title: {zh: 试验分类, en: Trial class}}]
            tables: [{id: trial-table, title: {zh: 试验表, en: Trial table}, curve: [[0, 0], [1, 1]], beyond: clamp}]
            indicators:
              - {id: trial-indicator, title: {zh: 试验数, en: Trials}, unit: "", grain: day, dataset: alarm.alarms, measure: count}
            products:
              - id: trial-product
                title: {zh: 试验器, en: Trial device}
                properties: [{id: level, title: {zh: 水位, en: Level}, type: number}, {id: twice, title: {zh: 双倍, en: Twice}, type: number}]
            rules:
              - {id: trial-rule, product: trial-product, title: {zh: 试验告警, en: Trial alarm}, severity: 1, when: level > 1}
            derived: [{id: trial-derived, product: trial-product, property: twice, formula: level * 2}]
            mappings:
              - {id: trial-mapping, format: csv, time: {column: t}, device: {column: d}, columns: {l: {property: level}}}
            devices:
              - {code: trial-device, product: trial-product, title: {zh: 试验一号, en: Trial one}, area: trial-area}
              - {code: trial-child, product: trial-product, title: {zh: 试验二号, en: Trial two}, area: trial-area}
            dependencies: [{id: trial-dependency, parent: trial-device, children: [trial-child]}]
            groups: [{id: trial-group, title: {zh: 试验组, en: Trial group}, query: {product: trial-product}}]
            work-calendars: [{id: trial-calendar, title: {zh: 试验日历, en: Trial calendar}, week: {monday: ["09:00-17:00"]}}]
            case-kinds: [{id: trial-kind, title: {zh: 试验案件, en: Trial case}}]
            dispatch-rules: [{id: trial-dispatch, kind: trial-kind, department: trial-bureau}]
            category-trees:
              - {id: trial-tree, title: {zh: 试验分类, en: Trial tree}, categories: [{code: trial-category, name: {zh: 试验, en: Trial}}]}
            case-openers: [{id: trial-opener, kind: trial-kind, rule: trial-rule}]
            evaluation-schemes: [{id: trial-scheme, title: {zh: 试验方案, en: Trial scheme}, measures: [{measure: rework, weight: 1, full: 0, none: 1}], grades: {A: 90, B: 80, C: 70, D: 60}}]
            case-histories:
              - id: trial-history
                title: {zh: 试验历史, en: Trial history}
                dataset: raw.trial
                fields: {number: no, opened: at}
                kind: trial-kind
                area: trial-area
            datasets:
              - id: raw.trial
                title: {zh: 试验数据, en: Trial data}
                owner: trial-bureau
                fields: [{name: no}, {name: name}, {name: at, type: instant}]
            codes: [{id: trial-codes, title: {zh: 试验代码, en: Trial codes}, codes: [{code: a, title: {zh: 甲, en: A}}]}]
            elements: [{id: trial-element, title: {zh: 试验数据元, en: Trial element}, codes: trial-codes}]
            tags:
              - {id: trial-tag, title: {zh: 试验标签, en: Trial tag}, dataset: alarm.alarms, key: id, formula: severity > 3}
            area-names: [{id: trial-names, area: trial-area, names: [试验旧区]}]
            quality:
              - id: trial-quality
                dataset: alarm.alarms
                rules: [{id: trial-check, title: {zh: 试验检查, en: Trial check}, check: {type: not-null, field: id}}]
              - id: trial-raw-quality
                dataset: raw.trial
                rules: [{id: trial-raw-check, title: {zh: 试验入湖检查, en: Trial raw check}, check: {type: not-null, field: name}}]
            libraries:
              - id: trial-library
                title: {zh: 试验库, en: Trial library}
                label: name
                fields: [{name: name, title: {zh: 名称, en: Name}}]
                keys: [{id: name, fields: [name]}]
            library-sources: [{id: trial-source, library: trial-library, dataset: raw.trial, fields: {name: name}}]
            themes:
              - id: theme.trial
                title: {zh: 试验主题, en: Trial theme}
                owner: trial-bureau
                schedule: "0 0 3 * * *"
                sql: select id from alarm.alarms
                fields: [{name: id, title: {zh: 编号, en: Id}, type: text}]
            notice-rules:
              - {id: trial-notice, title: {zh: 试验通知, en: Trial notice}, matter: alarm, steps: [{to: [{role: trial-role}]}]}
            """));
    /** Where people see what a section brought. Dispatch rules, openers and sources of libraries are seen by their effect only. */
    private static final Map<String, String> DOORS = Map.ofEntries(
            Map.entry("areas", "/api/core/v1/areas"),
            Map.entry("organisations", "/api/core/v1/organisations"),
            Map.entry("roles", "/api/core/v1/roles"),
            Map.entry("indicators", "/api/indicator/v1/indicators"),
            Map.entry("products", "/api/sense/v1/products"),
            Map.entry("rules", "/api/sense/v1/rules"),
            Map.entry("mappings", "/api/sense/v1/mappings"),
            Map.entry("devices", "/api/sense/v1/devices"),
            Map.entry("groups", "/api/sense/v1/groups"),
            Map.entry("quality", "/api/data/v1/quality/rules"),
            Map.entry("work-calendars", "/api/cases/v1/work-calendars"),
            Map.entry("case-kinds", "/api/cases/v1/kinds"),
            Map.entry("evaluation-schemes", "/api/cases/v1/evaluation-schemes"),
            Map.entry("category-trees", "/api/cases/v1/category-trees"),
            Map.entry("case-histories", "/api/cases/v1/histories"),
            Map.entry("codes", "/api/data/v1/code-tables"),
            Map.entry("tags", "/api/data/v1/tags"),
            Map.entry("elements", "/api/data/v1/elements"),
            Map.entry("datasets", "/api/data/v1/datasets"),
            Map.entry("libraries", "/api/data/v1/libraries"),
            Map.entry("themes", "/api/data/v1/themes"),
            Map.entry("notice-rules", "/api/core/v1/notice-rules"));

    @Autowired
    Packs packs;

    @Autowired
    DSLContext sql;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationContext context;

    private PeopleClient people;

    @BeforeEach
    void signIn() {
        String token = new TestPeople(context).token("*");
        people = PeopleClient.at(environment.getRequiredProperty("local.server.port", Integer.class))
                .bearer(token);
    }

    @AfterEach
    void cleanUp() {
        sql.execute("drop trigger if exists trial_fails on cs_core.pack");
        sql.execute("alter table cs_cases.case_opener drop constraint if exists trial_fails");
        if (packs.list().stream().anyMatch(pack -> pack.id().equals("trial"))) {
            packs.remove("trial", Viewer.system());
        }
    }

    @Test
    void hasAnItemOfEverySectionThereIs() {
        JsonNode sections = people.get("/api/core/v1/packs/schema").json().at("/$defs/sections/properties");
        packs.apply(TRIAL, Viewer.system());

        assertThat(new TreeSet<>(packs.get("trial").items().keySet()))
                .isEqualTo(new TreeSet<>(sections.propertyNames()));
    }

    @Test
    void comesGoesAndComesBackInEveryModule() {
        packs.apply(TRIAL, Viewer.system());
        assertThat(seen()).isEqualTo(DOORS.keySet());

        packs.remove("trial", Viewer.system());
        assertThat(seen()).isEmpty();

        assertThat(packs.apply(TRIAL, Viewer.system()).outcome()).isEqualTo(Applied.Outcome.INSTALLED);
        assertThat(seen()).isEqualTo(DOORS.keySet());
    }

    @Test
    void leavesNothingInAnyModuleWhenTheLastSectionFails() {
        sql.execute("alter table cs_cases.case_opener add constraint trial_fails check (pack <> 'trial')");

        assertThatThrownBy(() -> packs.apply(TRIAL, Viewer.system())).hasMessageContaining("trial_fails");

        assertThat(seen()).isEmpty();
    }

    @Test
    void losesNothingInAnyModuleWhenItsRemovalFailsAtTheEnd() {
        packs.apply(TRIAL, Viewer.system());
        sql.execute("""
                create or replace function cs_core.trial_fails() returns trigger language plpgsql
                as $f$ begin raise exception 'trial_fails'; end $f$""");
        sql.execute("create trigger trial_fails before delete on cs_core.pack execute function cs_core.trial_fails()");

        assertThatThrownBy(() -> packs.remove("trial", Viewer.system())).hasMessageContaining("trial_fails");

        assertThat(seen()).isEqualTo(DOORS.keySet());
    }

    @Test
    void staysAsLongAsADeviceThatPeopleMadeIsOfItsProduct() {
        packs.apply(TRIAL, Viewer.system());
        people.post(
                "/api/sense/v1/devices",
                Map.of(
                        "code",
                        "made-by-hand",
                        "product",
                        "trial-product",
                        "title",
                        Map.of("zh", "手工", "en", "By hand")));
        try {
            PeopleClient.Answer refused = people.delete("/api/core/v1/packs/trial");

            assertThat(refused.code()).isEqualTo("PACK_IN_USE");
            assertThat(refused.json()
                            .path("errors")
                            .valueStream()
                            .map(error -> error.path("place").asString() + ": "
                                    + error.path("detail").asString()))
                    .containsExactly("products trial-product: 1 device (made-by-hand)");
            JsonNode draft =
                    people.get("/api/core/v1/packs/made-by-hand?id=hand").json();
            assertThat(draft.at("/files/devices.yaml").asString()).contains("made-by-hand");
            assertThat(packs.check(new PackFiles(texts(draft.path("files")))).faults())
                    .isEmpty();
        } finally {
            sql.execute("update cs_sense.device set retired = true where code = 'made-by-hand'");
        }
    }

    private static Map<String, String> texts(JsonNode files) {
        Map<String, String> texts = new HashMap<>();
        files.properties()
                .forEach(file -> texts.put(file.getKey(), file.getValue().asString()));
        return texts;
    }

    /** In which sections something of the trial is there. */
    private Set<String> seen() {
        Map<String, List<String>> found = new TreeMap<>();
        DOORS.forEach((section, door) -> found.put(section, ids(door)));
        found.values().removeIf(ids -> ids.stream().noneMatch(id -> id.startsWith("trial-") || id.endsWith(".trial")));
        return found.keySet();
    }

    private List<String> ids(String door) {
        PeopleClient.Answer answer = people.get(door + (door.endsWith("devices") ? "?limit=200" : ""));
        assertThat(answer.status()).as(door).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.has("id")
                        ? item.path("id").asString()
                        : item.path("code").asString())
                .toList();
    }
}
