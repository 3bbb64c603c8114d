package org.chengshu.data.library.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;
import static org.chengshu.data.library.build.LibraryWorld.FIRMS;
import static org.chengshu.data.library.build.LibraryWorld.REGISTRY;
import static org.chengshu.data.library.build.LibraryWorld.TAXES;
import static org.chengshu.data.library.build.LibraryWorld.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.library.build.LibraryWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class LibraryDoorTest {
    private static final String DOOR = "/api/data/v1/libraries/" + FIRMS;
    private static final String CODE = "91350100M000100Y43";
    private static final String[] TEA = row("1", CODE, "上海青禾商贸有限公司", "上海市闵行区青禾路129号5楼", "50万元人民币");
    private static final String[] TEA_AGAIN = row("7", CODE, "上海青禾（商贸）有限公司", "青禾路129号", "60万元人民币");
    /** One letter is another, so people are asked. */
    private static final String[] TEA_PERHAPS = row("8", null, "上海青和商贸有限公司", "闵行区青禾路129号");

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private LibraryWorld world;
    private PeopleClient people;

    @BeforeEach
    void found() {
        world = new LibraryWorld(context).founded();
        people = PeopleClient.at(port).bearer(new TestPeople(context).token("*"));
    }

    @AfterEach
    void clear() {
        world.cleared();
    }

    @Test
    void aLibraryIsFoundInTheSearchBox() {
        Eventually.eventually(
                "the library is found", () -> people.get("/api/core/v1/search?q=" + LibraryDoorTest.encoded("企业库"))
                        .body()
                        .contains("/data/libraries/" + LibraryWorld.FIRMS));
    }

    @Test
    void aRecordIsFoundInTheSearchBoxByNameAndCode() {
        world.load(REGISTRY, TEA).build();
        String record = "/data/libraries/" + LibraryWorld.FIRMS + "/records/" + world.record("registry", "1");

        for (String words : List.of("青禾", CODE)) {
            Eventually.eventually("the record is found by " + words, () -> people.get(
                            "/api/core/v1/search?q=" + LibraryDoorTest.encoded(words))
                    .body()
                    .contains(record));
        }
        PeopleClient stranger = PeopleClient.at(port).bearer(new TestPeople(context).token("data:read"));
        assertThat(stranger.get("/api/core/v1/search?q=" + LibraryDoorTest.encoded(CODE))
                        .body())
                .doesNotContain(record);
    }

    @Test
    void showsARecordWithTheSourceOfEachValueAndWhyItsRowsAreTogether() {
        world.load(REGISTRY, TEA).load(TAXES, TEA_AGAIN).build();
        JsonNode listed =
                people.get("/api/data/v1/libraries").json().path("items").path(0);
        assertThat(listed.path("records").asInt()).isEqualTo(1);
        assertThat(listed.path("members").asInt()).isEqualTo(2);
        long id = world.record("registry", "1");
        for (String search : List.of("青禾", CODE.toLowerCase(java.util.Locale.ROOT), String.valueOf(id))) {
            assertThat(people.get(DOOR + "/records?search=" + LibraryDoorTest.encoded(search))
                            .json()
                            .path("items")
                            .path(0)
                            .path("id")
                            .asLong())
                    .isEqualTo(id);
        }
        JsonNode record = people.get(DOOR + "/records/" + id).json();
        assertThat(record.path("values").path(0).path("value").asString()).isEqualTo(CODE);
        assertThat(record.path("values").path(0).path("origin").asLong()).isEqualTo(world.member("registry", "1"));
        assertThat(record.path("reasons").path(0).path("kind").asString()).isEqualTo("key");
        assertThat(record.path("reasons").path(0).path("value").asString()).isEqualTo(CODE);
        assertThat(record.path("rows").path(1).path("dataset").asString()).isEqualTo(TAXES);
        JsonNode raw = people.get(DOOR + "/rows/" + world.member("taxes", "7")).json();
        assertThat(raw.path("dataset").asString()).isEqualTo(TAXES + "@1");
        assertThat(raw.path("cells").path("name").asString()).isEqualTo("上海青禾（商贸）有限公司");
    }

    @Test
    void peopleSayYesAndItStaysSoOverRebuilds() {
        world.load(REGISTRY, TEA).load(TAXES, TEA_PERHAPS).build();
        JsonNode pair = people.get(DOOR + "/review").json().path("items").path(0);
        assertThat(pair.path("score").asDouble()).isBetween(0.75, 0.95);
        assertThat(pair.path("parts").has("name")).isTrue();
        JsonNode outcome =
                people.post(DOOR + "/decisions", both(pair, "together")).json();
        assertThat(outcome.path("applied").asBoolean()).isTrue();
        assertThat(world.groups()).containsExactly(Set.of("registry:1", "taxes:8"));
        assertThat(people.get(DOOR + "/review").json().path("items").size()).isZero();
        world.buildWhole();
        assertThat(world.groups()).containsExactly(Set.of("registry:1", "taxes:8"));
        assertThat(world.published("members").value(0, "members")).contains(2L);
    }

    @Test
    void peopleSayNoAndAreNotAskedAgain() {
        world.load(REGISTRY, TEA).load(TAXES, TEA_PERHAPS).build();
        JsonNode pair = people.get(DOOR + "/review").json().path("items").path(0);
        people.post(DOOR + "/decisions", both(pair, "apart"));
        world.buildWhole();
        assertThat(people.get(DOOR + "/review").json().path("items").size()).isZero();
        assertThat(world.groups()).hasSize(2);
    }

    @Test
    void rowsAreTakenOutOfARecordForGoodUntilThatIsTakenBack() {
        world.load(REGISTRY, TEA).load(TAXES, TEA_AGAIN).build();
        long id = world.record("registry", "1");
        JsonNode outcome = people.post(
                        DOOR + "/decisions",
                        Map.of(
                                "kind",
                                "apart",
                                "record",
                                id,
                                "rows",
                                List.of(world.member("taxes", "7")),
                                "note",
                                "another firm"))
                .json();
        assertThat(world.groups()).containsExactlyInAnyOrder(Set.of("registry:1"), Set.of("taxes:7"));
        world.load(TAXES, TEA_AGAIN, TEA_PERHAPS).buildWhole();
        assertThat(world.record("registry", "1")).isNotEqualTo(world.record("taxes", "7"));
        JsonNode record = people.get(DOOR + "/records/" + id).json();
        assertThat(record.path("decisions").path(0).path("note").asString()).isEqualTo("another firm");

        people.delete(DOOR + "/decisions/" + outcome.path("decision").path("id").asLong());
        assertThat(world.record("registry", "1"))
                .isEqualTo(world.record("taxes", "7"))
                .isEqualTo(id);
        assertThat(people.get(DOOR + "/records/" + id)
                        .json()
                        .path("history")
                        .path(0)
                        .path("kind")
                        .asString())
                .isEqualTo("merged");
    }

    @Test
    void recordsOfDifferentCodesAreNeverPutTogether() {
        world.load(REGISTRY, TEA, row("2", "91310000MA1FL0AB47", "上海红叶物流有限公司", "红叶路7号"))
                .build();
        PeopleClient.Answer answer = people.post(
                DOOR + "/decisions",
                Map.of(
                        "kind",
                        "together",
                        "records",
                        List.of(world.record("registry", "1"), world.record("registry", "2"))));
        assertThat(answer.code()).isEqualTo("LIBRARY_KEYS_DIFFER");
        assertThat(world.groups()).hasSize(2);
    }

    @Test
    void aValueThatTooManyRowsHaveIsHeldUntilPeopleAllowIt() {
        world.book()
                .put(
                        FIRMS,
                        LibraryWorld.json(LibraryWorld.LIBRARY.replace("\"label\"", "\"largest\": 2, \"label\"")),
                        Optional.empty());
        world.load(REGISTRY, TEA, row("2", CODE, "上海青禾商贸有限公司二店"))
                .load(TAXES, TEA_AGAIN)
                .build();
        assertThat(world.groups()).hasSize(3);
        JsonNode held = people.get(DOOR + "/oddities").json().path("items").path(0);
        assertThat(held.path("kind").asString()).isEqualTo("held");
        assertThat(held.path("value").asString()).isEqualTo(CODE);
        people.post(
                DOOR + "/decisions",
                Map.of(
                        "kind",
                        "allow",
                        "key",
                        "credit-code",
                        "hash",
                        held.path("hash").asString(),
                        "shown",
                        CODE));
        assertThat(world.groups()).hasSize(1);
        assertThat(people.get(DOOR + "/oddities").json().path("items").size()).isZero();
    }

    @Test
    void aFaultyDefinitionIsRefusedWithEverythingThatIsWrong() {
        String faulty = LibraryWorld.LIBRARY
                .replace("\"label\": \"name\"", "\"label\": \"nane\"")
                .replace("\"credit-code\"},", "\"credit-kode\"},")
                .replace("\"firm-start\"", "\"firm-begin\"");
        PeopleClient.Answer answer = people.put("/api/data/v1/libraries/other-firms", LibraryWorld.json(faulty));
        assertThat(answer.code()).isEqualTo("LIBRARY_FAULTY");
        assertThat(answer.json().path("errors").valueStream().map(one -> one.path("place")
                        .asString()))
                .contains("/label", "/fields/0/standard", "/fuzzy/0/blocks/0/by");
    }

    @Test
    void aLibraryMadeByHandIsBuiltByTheQueueAndChangedUnderItsVersion() {
        world.load(REGISTRY, TEA);
        assertThat(people.post(DOOR + "/builds", Map.of()).status()).isEqualTo(202);
        eventually("the build is done", () -> people.get(DOOR + "/builds")
                .json()
                .path("items")
                .path(0)
                .path("state")
                .asString()
                .equals("done"));
        assertThat(people.get(DOOR + "/records").json().path("items").size()).isEqualTo(1);
        assertThat(people.put(DOOR, LibraryWorld.json(LibraryWorld.LIBRARY)).code())
                .isEqualTo("VERSION_NEEDED");
        assertThat(people.with("If-Match", "\"v1\"").delete(DOOR).code()).isEqualTo("LIBRARY_IN_USE");
    }

    @Test
    void theChainLeadsFromARecordToTheRowsBehindIt() {
        world.load(REGISTRY, TEA).load(TAXES, TEA_AGAIN).build();
        String record = FIRMS + ":" + world.record("registry", "1");
        JsonNode trace =
                people.get("/api/core/v1/trace/library-record/" + record).json();
        assertThat(trace.path("links").size()).isEqualTo(2);
        assertThat(trace.path("nodes")
                        .valueStream()
                        .map(node -> node.path("title").path("zh").asString()))
                .contains("记录 上海青禾商贸有限公司", "来源行 taxes 7");
        JsonNode back = people.get("/api/core/v1/trace/library-row/" + FIRMS + ":" + world.member("taxes", "7"))
                .json();
        assertThat(back.path("links").path(0).path("relation").asString()).isEqualTo("merged-into");
    }

    @Test
    void sensitiveFieldsAreMaskedForThoseWithoutTheRight() {
        world.book()
                .put(
                        FIRMS,
                        LibraryWorld.json(LibraryWorld.LIBRARY.replace(
                                "\"en\": \"Address\"}", "\"en\": \"Address\"}, \"sensitivity\": 3")),
                        Optional.empty());
        world.load(REGISTRY, TEA).build();
        String door = DOOR + "/records/" + world.record("registry", "1");
        PeopleClient clerk = PeopleClient.at(port).bearer(new TestPeople(context).token(LibraryRights.READ));
        assertThat(clerk.get(door).body()).contains("青禾商贸").doesNotContain("青禾路129号5楼");
        assertThat(people.get(door).body()).contains("青禾路129号5楼");
    }

    @Test
    void tellsWhichColumnGoesIntoWhichField() {
        List<LineageEdge> edges = context.getBean(LibraryLineage.class).edges().toList();
        assertThat(edges)
                .anyMatch(edge -> edge.from().equals(LineageEdge.Point.field(TAXES, "capital"))
                        && edge.to().equals(LineageEdge.Point.field("base." + FIRMS, "currency"))
                        && edge.how() == LineageEdge.How.COMPUTED)
                .anyMatch(edge -> edge.from().equals(LineageEdge.Point.field(REGISTRY, "name"))
                        && edge.to().equals(LineageEdge.Point.rows("base." + FIRMS)));
    }

    private static Map<String, Object> both(JsonNode pair, String kind) {
        return Map.of(
                "kind",
                kind,
                "records",
                List.of(pair.path("left").asLong(), pair.path("right").asLong()));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
