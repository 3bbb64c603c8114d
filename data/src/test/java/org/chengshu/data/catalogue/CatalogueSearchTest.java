package org.chengshu.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;
import static org.chengshu.data.catalogue.CatalogueWorld.created;
import static org.chengshu.data.catalogue.CatalogueWorld.ids;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestTown;
import org.chengshu.data.DataTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class CatalogueSearchTest {
    private static final String SEARCH = "/api/data/v1/catalogue/search";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private CatalogueWorld world;
    private PeopleClient reader;

    @BeforeEach
    void town() {
        world = new CatalogueWorld(context, port);
        reader = world.reader();
    }

    @Test
    void findsByWordsOfTitleFieldsAndProviderAndShowsWhereTheyStand() {
        String id = world.published(TestTown.OFFICE, "个体工商户登记信息", List.of("经营者姓名", "注册资本"));
        found("工商户 注册资本", id);

        JsonNode hit = search("工商户 注册资本").path("items").path(0);
        assertThat(hit.path("id").asString()).isEqualTo(id);
        assertThat(hit.path("marked").path("marks").path(0).toString()).isEqualTo("[2,5]");
        assertThat(hit.path("found").path("text").asString()).contains("注册资本");
        assertThat(ids(search("登记 test-office"))).contains(id);
        assertThat(ids(search("工商户 养老保险"))).doesNotContain(id);
        assertThat(ids(search("ｔｅｓｔ－ｏｆｆｉｃｅ 工商户"))).contains(id);
    }

    @Test
    void draftsOfOthersAreNeitherFoundNorCountedNorSuggested() {
        String secret = "秘密底册" + UUID.randomUUID().toString().substring(0, 8);
        PeopleClient office = world.editor(TestTown.OFFICE);
        String id = created(office, TestTown.OFFICE, secret, List.of("编号"));
        eventually("its department finds it", () -> !items(office, secret).isEmpty());

        assertThat(items(office, secret)).containsExactly(id);
        assertThat(items(world.reviewer(), secret)).containsExactly(id);
        for (PeopleClient other : List.of(reader, world.editor(TestTown.BUREAU))) {
            JsonNode answer = other.get(SEARCH + "?q=" + encoded(secret)).json();
            assertThat(answer.path("items").size()).isZero();
            assertThat(answer.path("total").asInt()).isZero();
            assertThat(answer.path("facets").path("organisation").size()).isZero();
            assertThat(other.get("/api/data/v1/catalogue/suggestions?q=" + encoded(secret))
                            .body())
                    .isEqualTo("[]");
            assertThat(other.get("/api/data/v1/catalogue/map?by=organisation&q=" + encoded(secret))
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void facetsNarrowAndAreCountedAsIfTheyDidNot() {
        String mark = "码" + UUID.randomUUID().toString().substring(0, 8);
        String one = world.published(TestTown.OFFICE, mark + "甲", List.of("编号"));
        String other = world.published(TestTown.BUREAU, mark + "乙", List.of("编号"));
        found(mark, one);
        found(mark, other);

        JsonNode narrowed = reader.get(SEARCH + "?q=" + encoded(mark) + "&organisation=" + TestTown.OFFICE)
                .json();
        assertThat(ids(narrowed)).containsExactly(one);
        assertThat(narrowed.path("total").asInt()).isEqualTo(1);
        assertThat(narrowed.path("facets").path("organisation").size()).isEqualTo(2);
        assertThat(narrowed.path("facets").path("class").valueStream().map(count -> count.path("value")
                        .asString()))
                .containsExactly("1", "102");
        assertThat(ids(reader.get(SEARCH + "?q=" + encoded(mark) + "&organisation=" + TestTown.OFFICE + "&organisation="
                                + TestTown.BUREAU + "&class=1")
                        .json()))
                .containsExactlyInAnyOrder(one, other);
        assertThat(ids(reader.get(SEARCH + "?q=" + encoded(mark) + "&class=2").json()))
                .isEmpty();
    }

    @Test
    void pagesThroughEveryHitOnceInAnyOrder() {
        String mark = "页" + UUID.randomUUID().toString().substring(0, 8);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(world.published(TestTown.OFFICE, mark + "之" + "一二三四五".charAt(i), List.of("编号")));
        }
        made.forEach(id -> found(mark, id));
        for (String sort : List.of("best", "changed", "reads", "title")) {
            List<String> seen = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = reader.get(SEARCH + "?limit=2&sort=" + sort + "&q=" + encoded(mark) + next)
                        .json();
                seen.addAll(ids(page));
                next = page.path("next").isString()
                        ? "&cursor=" + page.path("next").asString()
                        : "";
            } while (!next.isEmpty());
            assertThat(seen).as(sort).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
        }
        assertThat(reader.get(SEARCH + "?sort=worst").code()).isEqualTo("CATALOGUE_SEARCH_FAULTY");
    }

    @Test
    void whatIsWithdrawnStaysFindableAsSuchAndWhatIsDiscardedIsGone() {
        String mark = "撤" + UUID.randomUUID().toString().substring(0, 8);
        PeopleClient office = world.editor(TestTown.OFFICE);
        String id = world.published(TestTown.OFFICE, mark, List.of("编号"));
        office.post(CatalogueWorld.ENTRIES + "/" + id + "/withdraw", Map.of("reason", "停用"));
        eventually("it is found as withdrawn", () -> search(mark)
                .path("items")
                .path(0)
                .path("state")
                .asString("")
                .equals("withdrawn"));

        String draft = created(office, TestTown.OFFICE, mark + "草稿", List.of("编号"));
        eventually("the draft is found", () -> items(office, mark).contains(draft));
        office.with("If-Match", "*").delete(CatalogueWorld.ENTRIES + "/" + draft + "/draft");
        eventually(
                "the draft is gone",
                () -> office.get(SEARCH + "?q=" + encoded(mark))
                                .json()
                                .path("total")
                                .asInt()
                        == 1);
    }

    @Test
    void theMapAddsUp() {
        JsonNode map = reader.get("/api/data/v1/catalogue/map").json();
        int sum = map.path("parts")
                .valueStream()
                .mapToInt(part -> part.path("count").asInt())
                .sum();
        assertThat(map.path("total").asInt()).isEqualTo(sum);
        assertThat(map.path("by").toString()).isEqualTo("[\"organisation\",\"class\",\"layer\",\"sharing\"]");
    }

    private void found(String words, String id) {
        eventually(id + " is found", () -> ids(search(words)).contains(id));
    }

    private JsonNode search(String words) {
        return reader.get(SEARCH + "?q=" + encoded(words)).json();
    }

    private static List<String> items(PeopleClient client, String words) {
        return ids(client.get(SEARCH + "?q=" + encoded(words)).json());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
