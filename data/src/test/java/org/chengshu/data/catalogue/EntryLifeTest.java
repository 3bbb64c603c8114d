package org.chengshu.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;
import static org.chengshu.data.catalogue.CatalogueWorld.ENTRIES;
import static org.chengshu.data.catalogue.CatalogueWorld.content;
import static org.chengshu.data.catalogue.CatalogueWorld.created;
import static org.chengshu.data.catalogue.CatalogueWorld.request;

import java.util.List;
import java.util.Map;
import org.chengshu.core.spi.FieldType;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestTown;
import org.chengshu.data.DataTest;
import org.chengshu.data.DataTestApp;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class EntryLifeTest {
    private static final List<String> FIELDS = List.of("企业名称", "注册资本");

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private CatalogueWorld world;
    private PeopleClient office;

    @BeforeEach
    void town() {
        world = new CatalogueWorld(context, port);
        office = world.editor(TestTown.OFFICE);
    }

    @Test
    void draftsAnEntryForEveryDatasetOfTheRegistry() {
        eventually(
                "the lamps have an entry",
                () -> world.reader().get(ENTRIES + "/" + DataTestApp.LAMPS).status() == 200);
        JsonNode lamps = world.reader().get(ENTRIES + "/" + DataTestApp.LAMPS).json();
        assertThat(lamps.path("state").asString()).isEqualTo("draft");
        assertThat(lamps.path("organisation").asString()).isEqualTo(Entry.PLATFORM);
        assertThat(lamps.path("content").path("title").asString()).isEqualTo("路灯");
        assertThat(lamps.path("content").path("layer").asString()).isEqualTo("fact");
        assertThat(lamps.path("content").path("sensitivity").asInt()).isEqualTo(3);
        assertThat(lamps.path("content").path("sharing").asString()).isEqualTo("conditional");
        assertThat(lamps.path("content").path("fields").size()).isEqualTo(10);
        assertThat(lamps.path("code").asString()).startsWith("307/");
    }

    @Test
    void anEntryMadeByHandIsTiedToTheDatasetThatComesLater() {
        String id = created(office, TestTown.OFFICE, "路灯台账", FIELDS);
        StoredDatasets stored = context.getBean(StoredDatasets.class);
        Text title = Text.of("路灯台账", "Lamps on record");
        String late = "raw.lamps-that-came-late";
        String foreign = "raw.lamps-of-another";
        try {
            stored.define(StoredDefinition.of(
                    late, title, TestTown.OFFICE, List.of(StoredField.of("code", title, FieldType.TEXT))));
            stored.define(
                    StoredDefinition.of(foreign, title, "", List.of(StoredField.of("code", title, FieldType.TEXT))));
            eventually(
                    "the platform has drafted it",
                    () -> world.reader().get(ENTRIES + "/" + late).status() == 200);
            assertThat(tie(id, foreign).status()).isEqualTo(403);
            assertThat(tie(id, "raw.lamps-that-come-late").code()).isEqualTo("DATASET_NOT_FOUND");
            Answer tied = tie(id, late);
            assertThat(tied.status()).as(tied.body()).isEqualTo(200);
            JsonNode entry = office.get(ENTRIES + "/" + late).json();
            assertThat(entry.path("id").asString()).isEqualTo(id);
            assertThat(entry.path("dataset").asString()).isEqualTo(late);
            assertThat(entry.path("content").path("title").asString()).isEqualTo("路灯台账");
            assertThat(entry.path("content").path("layer").asString()).isEqualTo("raw");
            assertThat(tie(id, late).code()).isEqualTo("ENTRY_NOT_NOW");
        } finally {
            List.of(late, foreign).forEach(one -> stored.find(one).ifPresent(there -> stored.drop(one)));
        }
    }

    private Answer tie(String id, String dataset) {
        return office.with("If-Match", "*").put(ENTRIES + "/" + id + "/dataset", Map.of("dataset", dataset));
    }

    @Test
    void aResourceGoesFromDraftThroughTheHandsOfAnotherToPublished() {
        String id = created(office, TestTown.OFFICE, "企业登记信息", FIELDS);
        assertThat(world.reader().get(ENTRIES + "/" + id).status()).isEqualTo(404);

        assertThat(office.post(ENTRIES + "/" + id + "/submit", Map.of())
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("review");
        JsonNode published = world.reviewer()
                .post(ENTRIES + "/" + id + "/publish", Map.of("note", "齐全"))
                .json();

        assertThat(published.path("state").asString()).isEqualTo("published");
        assertThat(published.path("version").asInt()).isEqualTo(1);
        assertThat(published.path("code").asString()).startsWith("102/");
        assertThat(world.reader().get(ENTRIES + "/" + id).status()).isEqualTo(200);
        JsonNode history = world.reader().get(ENTRIES + "/" + id + "/history").json();
        assertThat(history.path("steps").valueStream().map(step -> step.path("deed")
                        .asString()))
                .containsExactly("published", "submitted", "created");
        assertThat(history.path("versions").size()).isEqualTo(1);
    }

    @Test
    void nobodyReviewsWhatHeWrote() {
        PeopleClient both = world.both();
        String id = created(both, TestTown.OFFICE, "自编自审", FIELDS);
        both.post(ENTRIES + "/" + id + "/submit", Map.of());

        Answer refused = both.post(ENTRIES + "/" + id + "/publish", Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("DUTIES_SEPARATED");
    }

    @Test
    void whatIsIncompleteStaysADraftAndEveryGapIsNamed() {
        Answer answer = office.post(
                ENTRIES, Map.of("organisation", TestTown.OFFICE, "content", Map.of("title", "半份", "sharing", "none")));
        String id = answer.json().path("id").asString();

        Answer refused = office.post(ENTRIES + "/" + id + "/submit", Map.of());

        assertThat(refused.code()).isEqualTo("ENTRY_FAULTY");
        assertThat(refused.json().path("errors").valueStream().map(fault -> fault.path("place")
                        .asString()))
                .containsExactlyInAnyOrder("summary", "classCode", "fields", "sharingBasis");
    }

    @Test
    void theNextVersionStandsBesideThePublishedOneAndItsDifferencesAreShown() {
        String id = world.published(TestTown.OFFICE, "年报信息", FIELDS);
        Answer written = office.with("If-Match", "*")
                .put(ENTRIES + "/" + id, Map.of("content", content("年报信息", List.of("企业名称", "资产总额"))));
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(world.reader()
                        .get(ENTRIES + "/" + id)
                        .json()
                        .path("revision")
                        .isNull())
                .isTrue();

        JsonNode changes =
                office.get(ENTRIES + "/" + id + "/differences").json().path("changes");
        assertThat(changes.valueStream().map(change -> change.path("place").asString()))
                .containsExactly("fields.注册资本", "fields.资产总额");

        office.post(ENTRIES + "/" + id + "/submit", Map.of());
        world.reviewer().post(ENTRIES + "/" + id + "/publish", Map.of());
        JsonNode second = world.reader().get(ENTRIES + "/" + id).json();
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(world.reader()
                        .get(ENTRIES + "/" + id + "/differences?from=1&to=2")
                        .json()
                        .path("changes")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aDepartmentWritesOnlyForItself() {
        Answer refused = office.post(ENTRIES, request(TestTown.BUREAU, "别人的", FIELDS));
        assertThat(refused.code()).isEqualTo("ENTRY_FAULTY");
        assertThat(refused.body()).contains("organisation");

        String id = created(world.editor(TestTown.BUREAU), TestTown.BUREAU, "局里的", FIELDS);
        assertThat(office.get(ENTRIES + "/" + id).status()).isEqualTo(404);
        assertThat(office.post(ENTRIES + "/" + id + "/submit", Map.of()).status())
                .isEqualTo(404);
        String seen = world.published(TestTown.BUREAU, "局里公布的", FIELDS);
        assertThat(office.get(ENTRIES + "/" + seen).status()).isEqualTo(200);
        assertThat(office.with("If-Match", "*")
                        .put(ENTRIES + "/" + seen, Map.of("content", content("抢来的", FIELDS)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoWasSlowerIsToldInsteadOfOverwriting() {
        String id = created(office, TestTown.OFFICE, "两人同改", FIELDS);
        String tag = office.get(ENTRIES + "/" + id).header("ETag");
        office.with("If-Match", tag).put(ENTRIES + "/" + id, Map.of("content", content("先到", FIELDS)));

        Answer late = office.with("If-Match", tag).put(ENTRIES + "/" + id, Map.of("content", content("后到", FIELDS)));

        assertThat(late.status()).isEqualTo(412);
        assertThat(office.get(ENTRIES + "/" + id).body()).contains("先到");
    }

    @Test
    void aReviewerSendsBackWithAReasonAndWithdrawingNeedsOne() {
        String id = created(office, TestTown.OFFICE, "退回的", FIELDS);
        office.post(ENTRIES + "/" + id + "/submit", Map.of());
        world.reviewer().post(ENTRIES + "/" + id + "/send-back", Map.of("reason", "摘要太短"));
        JsonNode back = office.get(ENTRIES + "/" + id).json();
        assertThat(back.path("state").asString()).isEqualTo("draft");
        assertThat(back.path("reviewNote").asString()).isEqualTo("摘要太短");

        String gone = world.published(TestTown.OFFICE, "撤回的", FIELDS);
        assertThat(office.post(ENTRIES + "/" + gone + "/withdraw", Map.of()).code())
                .isEqualTo("ENTRY_FAULTY");
        assertThat(office.post(ENTRIES + "/" + gone + "/withdraw", Map.of("reason", "系统停用"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("withdrawn");
    }
}
