package org.chengshu.data.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.spi.FieldType.DATE;
import static org.chengshu.core.spi.FieldType.TEXT;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.files.Files;
import org.chengshu.core.spi.FieldType;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.library.build.LibraryWorld;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class PersonalDataTest {
    private static final String BASE = "/api/data/v1";
    private static final String LI = "11010519491231002X";
    private static final String WANG = "440524188001010014";

    @Autowired
    StoredDatasets datasets;

    @Autowired
    Revisions revisions;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext sql;

    @Autowired
    Files files;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private PeopleClient people;

    @BeforeEach
    void settleResidents() {
        people = PeopleClient.at(port).bearer(new TestPeople(context).token("*"));
        people.with("If-Match", "*").put(BASE + "/elements/id-card", element("公民身份号码", "Citizen number", "id-card"));
        people.with("If-Match", "*").put(BASE + "/elements/person-name", element("姓名", "Name", "text"));
        transactions.run(() -> {
            datasets.declare(StoredDefinition.of(
                    "raw.residents",
                    Text.of("居民", "Residents"),
                    "",
                    List.of(
                            field("card", TEXT, "id-card"),
                            field("name", TEXT, "person-name"),
                            field("street", TEXT, null),
                            field("moved_in", DATE, null))));
            datasets.declare(StoredDefinition.of(
                            "raw.pupils",
                            Text.of("学生", "Pupils"),
                            "",
                            List.of(
                                    field("card", TEXT, "id-card"),
                                    field("name", TEXT, "person-name"),
                                    field("class", TEXT, null)))
                    .keyed(RowsMode.MERGE, "card"));
            datasets.declare(StoredDefinition.of(
                    "raw.choir",
                    Text.of("合唱团", "Choir"),
                    "",
                    List.of(field("name", TEXT, "person-name"), field("phone", TEXT, null))));
        });
    }

    @AfterEach
    void clearOut() {
        transactions.run(
                () -> List.of("raw.residents", "raw.pupils", "raw.choir").forEach(datasets::drop));
        people.with("If-Match", "*").delete(BASE + "/retention-rules/raw.residents");
        people.delete(BASE + "/personal-fields/raw.choir/phone");
        sql.execute("delete from cs_data.finding");
        sql.execute("delete from cs_data.library_member where id = 1");
        sql.execute("delete from cs_data.profile where dataset = 'raw.residents'");
    }

    @Test
    void erasesAPersonEverywhereAndKeepsTheFigures() {
        load("raw.residents", LI, "李", "东街", LocalDate.of(2020, 1, 1));
        load("raw.residents", LI.toLowerCase(Locale.ROOT), "李", "西街", LocalDate.of(2021, 1, 1));
        load("raw.pupils", LI, "李", "3A");
        load("raw.pupils", LI, "李", "4A");
        load("raw.choir", "李", "13800138000");
        load("raw.choir", "李", LI);
        UUID finding = evidence();
        sql.execute(
                "insert into cs_data.profile values (?, 'raw.residents', 1, now(), 1, 1, ?::jsonb)",
                UUID.randomUUID(),
                "{\"fields\": [{\"name\": \"card\", \"top\": [{\"value\": \"" + LI + "\", \"rows\": 1}]}]}");

        UUID upload = refusedAndUploaded();
        sql.execute(
                "insert into cs_data.library_member (id, library, source, row_key, key_hash, content, revision, vals, keys, blocks)"
                        + " values (1, 1, 1, ?, 1, 5, 1, array[?, '李'], '{}', '{}')",
                LI,
                LI);

        JsonNode found = people.post(BASE + "/erasures/preview", Map.of("element", "id-card", "value", LI))
                .json();
        assertThat(found.toString())
                .contains("raw.residents")
                .contains("raw.pupils")
                .contains("finding-rows")
                .contains("profiles");
        assertThat(found.at("/notSearched/0").asString()).isEqualTo("raw.choir");
        assertThat(rowsWith("raw.residents", LI)).as("a look changes nothing").isPositive();

        String id = people.post(BASE + "/erasures", Map.of("element", "id-card", "value", LI, "reason", "本人申请"))
                .json()
                .at("/id")
                .asString();
        JsonNode done = ended(id);
        assertThat(done.at("/state").asString()).isEqualTo("done");
        assertThat(done.at("/shown").asString()).doesNotContain("19491231").contains("*");

        assertThat(rowsWith("raw.choir", LI))
                .as("a number in a field that nobody marked")
                .isZero();
        for (String dataset : List.of("raw.residents", "raw.pupils")) {
            assertThat(rowsWith(dataset, LI))
                    .as("in every revision of " + dataset)
                    .isZero();
            assertThat(rowsWith(dataset, "李")).isZero();
        }
        assertThat(sql.fetchSingle("select count(*), count(street) from facts.raw_residents")
                        .intoList())
                .containsExactly(1L, 1L);
        assertThat(rowsWith("raw.residents", WANG)).as("others stay").isPositive();
        assertThat(sql.fetchSingle("select cells::text from cs_data.finding_row where finding = ?", finding)
                        .get(0, String.class))
                .doesNotContain(LI);
        assertThat(sql.fetchSingle("select count(*) from cs_data.profile where body::text like '%' || ? || '%'", LI)
                        .get(0, Long.class))
                .isZero();

        assertThat(sql.fetchSingle("select cells::text from cs_data.refused_row")
                        .get(0, String.class))
                .isEqualTo("[null, null]");
        assertThat(files.find(upload)).as("the file as it was uploaded").isEmpty();
        assertThat(sql.fetchSingle("select sha256, cardinality(parts) from cs_data.upload where id = ?", upload)
                        .intoList())
                .containsExactly("abc", 0);
        assertThat(sql.fetchSingle("select row_key || vals::text from cs_data.library_member where id = 1")
                        .get(0, String.class))
                .doesNotContain(LI)
                .doesNotContain("李");

        String certificate =
                people.get(BASE + "/erasures/" + id + "/certificate.txt").body();
        assertThat(certificate).contains("raw.pupils").contains("raw.choir").doesNotContain(LI);
        assertThat(sql.fetchSingle("select count(*) from cs_core.audit where details::text like '%' || ? || '%'", LI)
                        .get(0, Long.class))
                .isZero();
        String again = people.post(BASE + "/erasures", Map.of("element", "id-card", "value", LI, "reason", "again"))
                .json()
                .at("/id")
                .asString();
        assertThat(ended(again).at("/traces").size())
                .as("nothing is left to erase")
                .isZero();
    }

    @Test
    void followsARowIntoTheLibraryThatDoesNotCarryTheNumber() {
        LibraryWorld world = new LibraryWorld(context).founded();
        try {
            world.load(
                            LibraryWorld.REGISTRY,
                            LibraryWorld.row("1", LI, "李记茶馆", "青禾路129号"),
                            LibraryWorld.row(LI, null, "李家书店", "红叶路7号"),
                            LibraryWorld.row("3", null, "上海长风建筑有限公司", "长风路1号"))
                    .build();
            world.load(
                            LibraryWorld.REGISTRY,
                            LibraryWorld.row("1", LI, "李记茶馆", "青禾路129号"),
                            LibraryWorld.row("3", null, "上海长风建筑有限公司", "长风路1号"))
                    .build();
            String base = "base." + LibraryWorld.FIRMS;
            people.put(BASE + "/personal-fields/" + LibraryWorld.REGISTRY + "/code", Map.of("identity", "id-card"));
            people.put(BASE + "/personal-fields/" + LibraryWorld.REGISTRY + "/name", Map.of());
            people.put(BASE + "/personal-fields/" + base + "/name", Map.of());
            assertThat(events()).as("un-merging is remembered").contains(LI);
            assertThat(rowsWith(base, "李记")).isPositive();

            String id = people.post(BASE + "/erasures", Map.of("element", "id-card", "value", LI, "reason", "本人申请"))
                    .json()
                    .at("/id")
                    .asString();
            assertThat(ended(id).at("/traces").toString())
                    .contains("library-records", "library-members", "library-history", base);

            assertThat(rowsWith(base, "李记")).as("in every revision").isZero();
            assertThat(events()).doesNotContain(LI).doesNotContain(":1,").doesNotContain(":1}");
            assertThat(sql.fetch("select vals::text, label from cs_data.library_record")
                            .toString())
                    .doesNotContain("李记")
                    .contains("长风");
            world.build();
            assertThat(world.published("name", "address").toString())
                    .doesNotContain("李记")
                    .contains("上海长风建筑有限公司");
            assertThat(sql.fetch("select vals::text, row_key from cs_data.library_member")
                            .toString())
                    .doesNotContain("李记")
                    .doesNotContain(LI);
        } finally {
            people.delete(BASE + "/personal-fields/" + LibraryWorld.REGISTRY + "/code");
            people.delete(BASE + "/personal-fields/" + LibraryWorld.REGISTRY + "/name");
            people.delete(BASE + "/personal-fields/base." + LibraryWorld.FIRMS + "/name");
            world.cleared();
        }
    }

    private String events() {
        return String.join(
                ";", sql.fetch("select rows::text from cs_data.library_event").getValues(0, String.class));
    }

    @Test
    void emptiesWhatIsOlderThanItsRuleAllows() {
        load("raw.residents", LI, "李", "东街", LocalDate.of(2020, 1, 1));
        LocalDate today = LocalDate.now(java.time.Clock.systemUTC());
        load("raw.residents", WANG, "王", "西街", today);
        assertThat(people.put(
                                BASE + "/retention-rules/raw.residents",
                                Map.of("field", "street", "days", 30, "basis", "x"))
                        .json()
                        .toString())
                .contains("RETENTION_FAULTY");
        people.put(
                BASE + "/retention-rules/raw.residents", Map.of("field", "moved_in", "days", 365, "basis", "档案管理规定"));

        assertThat(people.post(BASE + "/retention-rules/raw.residents/run", Map.of())
                        .status())
                .isEqualTo(200);
        Eventually.eventually(
                "the rule has run",
                () -> people.get(BASE + "/retention-rules")
                                .json()
                                .at("/items/0/lastRows")
                                .asLong()
                        >= 1);
        assertThat(rowsWith("raw.residents", LI)).isZero();
        assertThat(rowsWith("raw.residents", "李")).isZero();
        assertThat(rowsWith("raw.residents", "东街"))
                .as("what is not personal stays")
                .isPositive();
        assertThat(rowsWith("raw.residents", WANG))
                .as("what is young enough stays")
                .isPositive();
    }

    @Test
    void takesPeoplesWordAboveTheElements() {
        assertThat(people.get(BASE + "/personal-fields").json().toString())
                .contains("raw.residents")
                .doesNotContain("\"phone\"");
        people.put(BASE + "/personal-fields/raw.choir/phone", Map.of("identity", "id-card"));
        assertThat(people.get(BASE + "/personal-fields").json().toString()).contains("\"phone\"");
        assertThat(people.put(BASE + "/personal-fields/raw.choir/colour", Map.of())
                        .code())
                .isEqualTo("PERSONAL_FIELD_FAULTY");
        assertThat(people.post(BASE + "/erasures", Map.of("element", "id-card", "value", "12", "reason", "x"))
                        .json()
                        .toString())
                .contains("ERASURE_FAULTY")
                .contains("not 18");
        assertThat(people.post(BASE + "/erasures", Map.of("element", "id-card", "value", LI))
                        .json()
                        .toString())
                .contains("reason");
    }

    private JsonNode ended(String id) {
        Eventually.eventually("the erasure has ended", () -> !people.get(BASE + "/erasures/" + id)
                .json()
                .at("/state")
                .asString()
                .equals("running"));
        return people.get(BASE + "/erasures/" + id).json();
    }

    /** A revision with this row and one of Wang. */
    private void load(String dataset, Object... values) {
        transactions.run(() -> {
            Revision revision = revisions.open(dataset, "test");
            Name table = DSL.name(revision.schema(), revision.table());
            List<String> names = datasets.get(dataset).definition().fields().stream()
                    .map(StoredField::name)
                    .toList();
            insert(table, names, values);
            if (!values[0].equals(WANG) && dataset.equals("raw.residents")) {
                revisions.promote(revision);
                return;
            }
            revisions.promote(revision);
        });
        if (dataset.equals("raw.residents") && !values[0].equals(WANG)) {
            transactions.run(() -> {
                Revision revision = revisions.open(dataset, "test");
                Name table = DSL.name(revision.schema(), revision.table());
                List<String> names = datasets.get(dataset).definition().fields().stream()
                        .map(StoredField::name)
                        .toList();
                insert(table, names, WANG, "王", "南街", LocalDate.of(2026, 6, 1));
                revisions.promote(revision);
            });
        }
    }

    private void insert(Name table, List<String> names, Object... values) {
        sql.insertInto(DSL.table(table))
                .columns(names.stream().map(name -> DSL.field(DSL.name(name))).toList())
                .values(values)
                .execute();
    }

    private long rowsWith(String dataset, String value) {
        long rows = 0;
        for (Name table : revisions.tables(dataset)) {
            rows += sql.fetchCount(
                    DSL.table(table),
                    DSL.condition(
                            "upper({0}::text) like '%' || upper({1}) || '%'",
                            DSL.field(DSL.name(table.last())), DSL.val(value)));
        }
        return rows;
    }

    private UUID evidence() {
        UUID finding = UUID.randomUUID();
        sql.execute("""
                insert into cs_data.finding (id, dataset, rule, kind, title_zh, title_en, severity, state, first_seen, raised_at,
                    last_seen, last_run, failing, checked) values (?, 'raw.residents', 'r', 'wrong', '错', 'wrong', 2, 'open', now(),
                    now(), now(), ?, 1, 1)""", finding, finding);
        sql.execute(
                "insert into cs_data.finding_row values (?, ?, 1, ?::jsonb)",
                finding,
                finding,
                "{\"card\": \"" + LI + "\", \"name\": \"李\"}");
        return finding;
    }

    /** A row of a load that was refused, and the file that it came in; the file's id is that of its one part. */
    private UUID refusedAndUploaded() {
        UUID part =
                files.put("residents.csv", "text/csv", new ByteArrayInputStream(LI.getBytes(StandardCharsets.UTF_8)));
        sql.execute(
                "insert into cs_data.upload values (?, 'residents.csv', 18, 'abc', array[?]::uuid[], ?, now())",
                part,
                part,
                part);
        sql.execute("""
                insert into cs_data.load (id, dataset, state, title_zh, title_en, load_order, account, who, started_at)
                values (?, 'raw.residents', 'promoted', '载', 'load', ?::jsonb, ?, 'li', now())""", part, "{\"kind\": \"file\", \"spec\": {\"upload\": \"" + part + "\"}}", part);
        sql.execute(
                "insert into cs_data.refused_row values (?, 1, 2, ?::jsonb, '[]')", part, "[\"" + LI + "\", \"李\"]");
        return part;
    }

    private static StoredField field(String name, FieldType type, String standard) {
        return new StoredField(
                name, Text.of(name, name), type, Optional.empty(), 3, Optional.ofNullable(standard), Optional.empty());
    }

    private static Map<String, Object> element(String zh, String en, String standard) {
        return Map.of("title", Map.of("zh", zh, "en", en), "standard", standard, "personal", true, "sensitivity", 3);
    }
}
