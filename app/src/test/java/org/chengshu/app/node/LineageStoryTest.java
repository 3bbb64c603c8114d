package org.chengshu.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.util.List;
import java.util.Map;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.spi.FieldType;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Firms as one bureau delivered them, through the library and a theme into an indicator; then: what breaks if a column goes? */
@SpringBootTest(
        classes = {NodeApplication.class, TestCityConfiguration.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LineageStoryTest {
    private static final String RAW = "raw.story-firms";
    private static final String THEME = "theme.legal-entities-by-year";
    private static final String INDICATOR = "legal-entities-founded";
    private static final PackFiles SOURCE = new PackFiles(Map.of("pack.yaml", """
            id: story-firms
            version: 1.0.0
            title: {zh: 故事, en: Story}
            description: {zh: 接入法人库, en: Attaches a source to the library}
            requires: [base-libraries]
            """, "sources.yaml", """
            library-sources:
              - id: story-firms
                library: legal-entity
                title: {zh: 登记, en: Registry}
                dataset: raw.story-firms
                priority: 1
                key: [number]
                fields: {reg_number: number, name: name, founded_on: founded, area_path: area_path}
            """));

    @Autowired
    Packs packs;

    @Autowired
    StoredDatasets stored;

    @Autowired
    Revisions revisions;

    @Autowired
    DSLContext sql;

    @Autowired
    ApplicationContext context;

    @Autowired
    Environment environment;

    @AfterEach
    void tidy() {
        packs.remove("story-firms", Viewer.system());
        stored.find(RAW).ifPresent(dataset -> stored.drop(dataset.id()));
    }

    @Test
    void whatAColumnOfASourceBreaksIsNamedDownToTheIndicator() {
        ShippedPacks.applyAll(packs);
        stored.define(StoredDefinition.of(
                RAW,
                Text.of("登记的企业", "Registered firms"),
                "market-supervision",
                List.of(
                        StoredField.of("number", Text.of("注册号", "Number"), FieldType.TEXT),
                        StoredField.of("name", Text.of("名称", "Name"), FieldType.TEXT),
                        StoredField.of("founded", Text.of("成立", "Founded"), FieldType.TEXT),
                        StoredField.of("area_path", Text.of("区域", "Area"), FieldType.TEXT),
                        StoredField.of("remark", Text.of("备注", "Remark"), FieldType.TEXT))));
        packs.apply(SOURCE, Viewer.system());
        deliver();
        PeopleClient people = PeopleClient.at(environment.getRequiredProperty("local.server.port", Integer.class))
                .bearer(new TestPeople(context).token("data:read", "indicator:read"));
        eventually(
                "the theme counts the firms",
                () -> stored.find(THEME).map(theme -> theme.rows() > 0).orElse(false));

        JsonNode breaks = people.get("/api/data/v1/lineage/impact?field=" + RAW + ".founded")
                .json()
                .path("items");
        assertThat(breaks.findValuesAsString("id")).contains("legal-entity", THEME, INDICATOR);
        JsonNode theme = item(breaks, THEME);
        assertThat(theme.path("owner").asString()).isEqualTo("market-supervision");
        assertThat(theme.path("fields").toString()).contains("founded_year");
        assertThat(item(breaks, INDICATOR).path("stale").asBoolean()).isFalse();
        assertThat(people.get("/api/data/v1/lineage/impact?field=" + RAW + ".remark")
                        .json()
                        .path("items")
                        .size())
                .isZero();

        JsonNode up = people.get("/api/data/v1/lineage?start=indicator:" + INDICATOR + "&direction=up&depth=10")
                .json();
        assertThat(up.path("things").findValuesAsString("id")).contains(THEME, "base.legal-entity", RAW);
        JsonNode flow = people.get("/api/data/v1/flow?days=1").json();
        assertThat(flow.path("stops").findValuesAsString("id")).contains(RAW, "base.legal-entity", THEME, INDICATOR);
    }

    private static JsonNode item(JsonNode items, String id) {
        return items.valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void deliver() {
        Revision revision = revisions.open(RAW, "story");
        for (String[] firm : new String[][] {
            {"440301100000011", "深圳市茶叶有限公司", "2020-03-01"}, {"440301100000029", "深圳市书籍有限公司", "2021-05-01"}
        }) {
            sql.execute(
                    "insert into " + DSL.name(revision.schema(), revision.table())
                            + " (number, name, founded, area_path) values (?, ?, ?, '/')",
                    firm[0],
                    firm[1],
                    firm[2]);
        }
        revisions.promote(revision);
    }
}
