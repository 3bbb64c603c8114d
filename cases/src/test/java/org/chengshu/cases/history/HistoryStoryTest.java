package org.chengshu.cases.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengshu.cases.testing.CasesTest;
import org.chengshu.cases.testing.CasesWorld;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobState;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.spi.FieldType;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The cases of a former desk come out of its table and are cases like others. */
@CasesTest
class HistoryStoryTest {
    private static final String HISTORIES = "/api/cases/v1/histories";
    private static final String DATASET = "raw.old-desk";
    private static final String PACK = """
            case-histories:
              - id: old-desk
                title: {zh: 旧热线, en: Old desk}
                dataset: raw.old-desk
                fields: {number: no, title: subject, category: type, opened: opened, due: due, closed: closed,
                         department: dept, longitude: lon, latitude: lat}
                numberPrefix: OLD-
                kind: litter
                departments: {PWD: housing}
                area: city
            """;
    private static final List<StoredField> FIELDS = List.of(
            field("no", FieldType.TEXT),
            field("subject", FieldType.TEXT),
            field("type", FieldType.TEXT),
            field("opened", FieldType.INSTANT),
            field("due", FieldType.INSTANT),
            field("closed", FieldType.INSTANT),
            field("dept", FieldType.TEXT),
            field("lon", FieldType.NUMBER),
            field("lat", FieldType.NUMBER));

    @Autowired
    CasesWorld world;

    @Autowired
    StoredDatasets stored;

    @Autowired
    Revisions revisions;

    @Autowired
    Packs packs;

    @Autowired
    Jobs jobs;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext sql;

    private PeopleClient importer;

    @BeforeEach
    void theOldDeskWasDescribed() {
        if (stored.find(DATASET).isEmpty()) {
            stored.define(StoredDefinition.of(DATASET, Text.of("旧热线", "Old desk"), "housing", FIELDS));
        }
        packs.apply(
                new PackFiles(Map.of(
                        "pack.yaml",
                        "id: old-desk\nversion: 1.0.0\ntitle: {zh: 旧, en: Old}\ndescription: {zh: 旧, en: Old}\n",
                        "histories.yaml",
                        PACK)),
                Viewer.system());
        importer = world.with("cases:import", "cases:read", "data:read");
    }

    @Test
    void whatIsSoundIsStoredWhatIsNotIsShownAndASecondRunAddsNothing() {
        deliver(
                row(
                        "1",
                        "路灯不亮",
                        "灯",
                        "2015-01-01T05:00Z",
                        "2015-01-03T00:00Z",
                        "2015-01-02T08:00Z",
                        "PWD",
                        121.5,
                        31.5),
                row("2", "垃圾", "脏", "2015-01-01T06:00Z", "2015-01-02T00:00Z", "2015-01-09T08:00Z", "PWD", 10.0, 10.0),
                row("3", "还没办", "脏", "2015-01-01T07:00Z", null, null, "nobody", null, null),
                row("4", "倒着走", "脏", "2015-01-02T00:00Z", null, "2015-01-01T00:00Z", "PWD", null, null));

        JsonNode first = run();
        assertThat(first.path("rows").asInt()).isEqualTo(4);
        assertThat(first.path("stored").asInt()).isEqualTo(3);
        assertThat(first.path("refused").asInt()).isEqualTo(1);
        assertThat(first.path("outside").asInt()).isEqualTo(1);
        assertThat(first.at("/unknownDepartments/nobody").asInt()).isEqualTo(1);
        assertThat(refusedRows()
                        .map(row -> row.path("number").asString() + " "
                                + row.at("/reason/zh").asString()))
                .containsExactly("OLD-4 结案早于立案");

        JsonNode lamp = caseOf("OLD-1");
        assertThat(lamp.path("stage").asString()).isEqualTo("close");
        assertThat(lamp.path("department").asString()).isEqualTo("housing");
        assertThat(lamp.path("areaPath").asString()).isEqualTo("/city/west/");
        assertThat(lamp.path("historical").asBoolean()).isTrue();
        JsonNode page = importer.get(CasesWorld.CASES + "/" + lamp.path("id").asString())
                .json();
        assertThat(page.path("timeline").valueStream().map(step -> step.path("action")
                        .asString()))
                .containsExactly("report", "close");
        assertThat(sql.fetchSingle("select late_stages from cs_cases.case_file where number = 'OLD-2'")
                        .get(0))
                .isEqualTo(1);
        assertThat(caseOf("OLD-3").path("stage").asString()).isEqualTo("dispatch");

        JsonNode second = run();
        assertThat(second.path("stored").asInt()).isZero();
        assertThat(second.path("already").asInt()).isEqualTo(3);
        assertThat(refusedRows().count()).isEqualTo(1);
    }

    @Test
    void whoMayNotReadTheDatasetDoesNotReadItThroughAHistory() {
        Answer refused = world.with("cases:import").post(HISTORIES + "/old-desk/runs", Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(importer.post(HISTORIES + "/nowhere/runs", Map.of()).code()).isEqualTo("CASE_HISTORY_UNKNOWN");
    }

    private JsonNode run() {
        Answer started = importer.post(HISTORIES + "/old-desk/runs", Map.of());
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        UUID job = UUID.fromString(started.json().path("job").asString());
        Eventually.eventually(
                "the run ends",
                () -> jobs.find(job).filter(view -> view.endedAt().isPresent()).isPresent());
        JobView view = jobs.find(job).orElseThrow();
        assertThat(view.state()).as(view.toString()).isEqualTo(JobState.DONE);
        return view.result().orElseThrow();
    }

    private java.util.stream.Stream<JsonNode> refusedRows() {
        return importer.get(HISTORIES + "/old-desk/refused")
                .json()
                .path("items")
                .valueStream();
    }

    private JsonNode caseOf(String number) {
        return importer.get(CasesWorld.CASES + "?q=" + number).json().at("/items/0");
    }

    private void deliver(Object[]... rows) {
        transactions.run(() -> {
            Revision revision = revisions.open(DATASET, "test");
            for (Object[] row : rows) {
                sql.insertInto(DSL.table(DSL.name(revision.schema(), revision.table())))
                        .columns(FIELDS.stream()
                                .map(field -> DSL.field(DSL.name(field.name())))
                                .toList())
                        .values(row)
                        .execute();
            }
            revisions.promote(revision);
        });
    }

    private static Object[] row(
            String no,
            String subject,
            String type,
            String opened,
            String due,
            String closed,
            String department,
            Double longitude,
            Double latitude) {
        return new Object[] {no, subject, type, time(opened), time(due), time(closed), department, longitude, latitude};
    }

    private static OffsetDateTime time(String text) {
        return text == null ? null : OffsetDateTime.parse(text);
    }

    private static StoredField field(String name, FieldType type) {
        return StoredField.of(name, Text.of(name, name), type);
    }
}
