package org.chengshu.data.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.spi.FieldType;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.Condition;
import org.chengshu.data.DataTest;
import org.chengshu.data.DataTestApp;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.LampWorld;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class TagTest {
    private static final String TAGS = "/api/data/v1/tags";

    @Autowired
    Datasets datasets;

    @Autowired
    StoredDatasets stored;

    @Autowired
    Revisions revisions;

    @Autowired
    Transactions transactions;

    @Autowired
    TagLineage lineage;

    @Autowired
    DSLContext sql;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private PeopleClient people;

    @BeforeEach
    void lightTheTown() {
        people = PeopleClient.at(port).bearer(new TestPeople(context).token("*"));
        new LampWorld(sql)
                .empty()
                .lamp("a", "/town/", 40.0, "2027-01-01T00:00:00Z")
                .lamp("bb", "/town/", 120.0, "2027-01-01T00:00:00Z")
                .lamp("cc", "/town/", null, "2027-01-01T00:00:00Z");
    }

    @AfterEach
    void cleanUp() {
        people.with("If-Match", "*").delete(TAGS + "/strong");
        people.with("If-Match", "*").delete(TAGS + "/big-firm");
        stored.find("raw.firms").ifPresent(firms -> transactions.run(() -> stored.drop(firms.id())));
    }

    @Test
    void marksRowsByConditionsAndShowsThem() {
        put(
                "strong",
                tag(
                        DataTestApp.LAMPS,
                        "name",
                        Map.of("where", List.of(Map.of("field", "power", "op", "ge", "value", 100)))));
        worked("strong", 1);
        JsonNode rows = people.get(TAGS + "/strong/rows").json();
        assertThat(rows.at("/items/0/name").asString()).isEqualTo("bb");
        assertThat(people.get(TAGS + "/strong").json().at("/use/reads").asLong())
                .isEqualTo(1);
        assertThat(datasets.query(
                                DatasetQuery.fields("data.tags", List.of("row_key"))
                                        .where(Condition.eq("tag", "strong")),
                                LampWorld.clerk("/", Datasets.READ, Datasets.READ_SENSITIVE))
                        .rows())
                .containsExactly(List.of("bb"));
        assertThat(lineage.edges().map(LineageEdge::from).map(LineageEdge.Point::field))
                .contains("power", "name");
    }

    @Test
    void marksRowsByAFormulaAndLeavesOutWhatIsNotKnown() {
        put("strong", tag(DataTestApp.LAMPS, "name", Map.of("formula", "power > 30 && flickers < 2")));
        worked("strong", 1);
        assertThat(people.get(TAGS + "/strong/rows").json().at("/items/0/name").asString())
                .isEqualTo("a");

        new LampWorld(sql).lamp("d", "/town/", 99.0, "2027-01-01T00:00:00Z");
        people.post(TAGS + "/strong/run", Map.of());
        worked("strong", 2);
        sql.execute("update cs_town.lamp set power = 1 where name = 'a'");
        people.post(TAGS + "/strong/run", Map.of());
        Eventually.eventually(
                "one has lost it",
                () -> people.get(TAGS + "/strong").json().at("/lastRun/lost").asLong() == 1);
        assertThat(people.get(TAGS + "/strong/runs").json().size()).isEqualTo(3);
    }

    @Test
    void isWorkedOutAgainWhenTheDataHasChanged() {
        transactions.run(() -> stored.declare(StoredDefinition.of(
                "raw.firms",
                Text.of("企业", "Firms"),
                "",
                List.of(
                        StoredField.of("code", Text.of("代码", "Code"), FieldType.TEXT),
                        StoredField.of("staff", Text.of("人数", "Staff"), FieldType.INTEGER)))));
        load("A", 10, "B", 900);
        put("big-firm", tag("raw.firms", "code", Map.of("formula", "staff >= 500")));
        worked("big-firm", 1);
        load("A", 800, "B", 900);
        worked("big-firm", 2);
        assertThat(people.get(TAGS + "/big-firm").json().at("/lastRun/cause").asString())
                .isEqualTo("refresh");
    }

    @Test
    void namesWhatIsWrongWithATag() {
        String faults = people.put(TAGS + "/strong", tag(DataTestApp.LAMPS, "nam", Map.of("formula", "power > 1")))
                .json()
                .toString();
        assertThat(faults).contains("did you mean name");
        faults = people.put(TAGS + "/strong", tag(DataTestApp.LAMPS, "name", Map.of("formula", "powr > 1")))
                .json()
                .toString();
        assertThat(faults).contains("/formula").contains("powr");
        faults = people.put(
                        TAGS + "/strong",
                        tag(
                                DataTestApp.LAMPS,
                                "name",
                                Map.of("where", List.of(Map.of("field", "x", "op", "eq", "value", 1)))))
                .json()
                .toString();
        assertThat(faults).contains("/where");
        assertThat(people.put(TAGS + "/strong", tag("town.lamp", "name", Map.of("formula", "true")))
                        .json()
                        .toString())
                .contains("/dataset");
    }

    private void put(String id, Map<String, Object> tag) {
        assertThat(people.put(TAGS + "/" + id, tag).status()).isEqualTo(200);
    }

    private void worked(String id, long rows) {
        Eventually.eventually(
                id + " is worked out",
                () -> people.get(TAGS + "/" + id).json().at("/lastRun/rows").asLong() == rows);
    }

    private void load(Object... cells) {
        transactions.run(() -> {
            Revision revision = revisions.open("raw.firms", "test");
            for (int i = 0; i < cells.length; i += 2) {
                sql.insertInto(DSL.table(DSL.name(revision.schema(), revision.table())))
                        .columns(DSL.field(DSL.name("code")), DSL.field(DSL.name("staff")))
                        .values(cells[i], cells[i + 1])
                        .execute();
            }
            revisions.promote(revision);
        });
    }

    private static Map<String, Object> tag(String dataset, String key, Map<String, Object> rule) {
        Map<String, Object> tag = new HashMap<>(rule);
        tag.put("title", Map.of("zh", "标签", "en", "Tag"));
        tag.put("dataset", dataset);
        tag.put("key", key);
        return Map.copyOf(tag);
    }
}
