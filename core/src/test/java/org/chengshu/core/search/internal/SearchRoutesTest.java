package org.chengshu.core.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.util.Map;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CoreTest
class SearchRoutesTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void findANewAreaWithinSecondsAndItsNewNameAfterARename() {
        PeopleClient planner = client("core:trees");
        planner.post("/api/core/v1/areas", Map.of("code", "search-1", "name", "梧桐山街道", "kind", "street"));

        eventually("search finds it", () -> first(planner, "wtsjd").equals("search-1"));
        planner.with("If-Match", "\"v1\"").put("/api/core/v1/areas/search-1", Map.of("name", "莲塘街道", "kind", "street"));

        eventually("search knows the new name", () -> first(planner, "%E8%8E%B2%E5%A1%98")
                .equals("search-1"));
        JsonNode hit = ask(planner, "search-1").at("/groups/0/hits/0");
        assertThat(hit.path("page").asString()).isEqualTo("/areas/search-1");
        assertThat(hit.at("/title/zh").asString()).isEqualTo("莲塘街道");
    }

    @Test
    void showAccountsOnlyToThoseWhoLookAfterThem() {
        PeopleClient keeper = client("core:accounts");
        PeopleClient other = client();

        eventually(
                "search finds people",
                () -> !ask(keeper, "person-").at("/groups/0/hits").isEmpty());

        assertThat(ask(other, "person-").path("groups").isEmpty()).isTrue();
        assertThat(other.get("/api/core/v1/search/kinds").json().path("items").findValuesAsString("kind"))
                .contains("area", "organisation")
                .doesNotContain("account");
    }

    @Test
    void refuseQuestionsOutOfBounds() {
        PeopleClient person = client();
        assertThat(person.get("/api/core/v1/search?q=%20").code()).isEqualTo("BAD_REQUEST");
        assertThat(person.get("/api/core/v1/search?q=a&limit=21").code()).isEqualTo("BAD_REQUEST");
        assertThat(person.get("/api/core/v1/search?q=" + "a".repeat(101)).code())
                .isEqualTo("BAD_REQUEST");
        assertThat(ask(person, "%21%2A%28").path("groups").isEmpty()).isTrue();
    }

    private static String first(PeopleClient who, String asked) {
        return ask(who, asked).at("/groups/0/hits/0/id").asString("");
    }

    private static JsonNode ask(PeopleClient who, String asked) {
        return who.get("/api/core/v1/search?q=" + asked).json();
    }

    private PeopleClient client(String... permissions) {
        return PeopleClient.at(port).bearer(new TestPeople(context).token(permissions));
    }
}
