package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.testing.TestTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CoreTest
class SessionsAndTokensTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApiTokens tokens;

    private TestPeople people;
    private AccountView account;

    @BeforeEach
    void come() {
        TestTown.build(context);
        people = new TestPeople(context);
        account = people.account(Optional.empty(), "test:fly", "core:audit", "test:own");
    }

    private PeopleClient session() {
        Answer in = PeopleClient.at(port)
                .with("User-Agent", FIREFOX)
                .post("/api/core/v1/login", Map.of("name", account.name(), "password", TestPeople.PASSWORD));
        return PeopleClient.at(port)
                .with("Cookie", in.header("Set-Cookie").split(";", 2)[0])
                .with("X-Requested-With", "chengshu");
    }

    private static JsonNode sessions(PeopleClient of) {
        return of.get("/api/core/v1/me/sessions").json().path("items");
    }

    @Test
    void tellOnesSessionsFromWhereAndWithWhat() {
        PeopleClient one = session();
        session();

        JsonNode items = sessions(one);

        assertThat(items.size()).isEqualTo(2);
        assertThat(items.path(0).path("device").asString()).isEqualTo("Firefox on Linux");
        assertThat(items.path(0).path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(items.findValuesAsString("current")).containsExactlyInAnyOrder("true", "false");
    }

    @Test
    void endOneSessionOrAllOthers() {
        PeopleClient one = session();
        PeopleClient two = session();
        PeopleClient three = session();
        String twosId = id(sessions(two));

        assertThat(one.delete("/api/core/v1/me/sessions/" + twosId).status()).isEqualTo(204);
        assertThat(two.get("/api/core/v1/me").status()).isEqualTo(401);
        assertThat(one.delete("/api/core/v1/me/sessions/" + twosId).status()).isEqualTo(404);
        assertThat(one.delete("/api/core/v1/me/sessions").status()).isEqualTo(204);
        assertThat(three.get("/api/core/v1/me").status()).isEqualTo(401);
        assertThat(one.get("/api/core/v1/me").status()).isEqualTo(200);
    }

    private static String id(JsonNode items) {
        return items.valueStream()
                .filter(item -> item.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    @Test
    void areNobodyElsesBusinessButTheManagers() {
        PeopleClient own = session();
        String path = "/api/core/v1/accounts/" + account.id() + "/sessions";
        PeopleClient other = PeopleClient.at(port).bearer(people.token("test:fly"));
        PeopleClient manager =
                PeopleClient.at(port).bearer(people.token("core:accounts", "test:fly", "core:audit", "test:own"));

        assertThat(other.delete("/api/core/v1/me/sessions/" + id(sessions(own))).status())
                .isEqualTo(404);
        assertThat(other.get(path).status()).isEqualTo(403);
        assertThat(manager.get(path).json().path("items").size()).isEqualTo(1);
        assertThat(manager.delete(path).status()).isEqualTo(204);
        assertThat(own.get("/api/core/v1/me").status()).isEqualTo(401);
    }

    @Test
    void letATokenHoldOnlyPartOfItsAccountsRights() {
        PeopleClient own = session();
        Answer issued = own.post(
                "/api/core/v1/tokens",
                Map.of(
                        "label",
                        "gateway",
                        "scope",
                        Map.of("permissions", List.of("test:fly", "test:own"), "area", TestTown.WEST)));
        Viewer holder = tokens.find(issued.json().path("token").asString()).orElseThrow();

        assertThat(issued.status()).isEqualTo(201);
        assertThat(holder.permissions()).containsExactly("test:fly", "test:own");
        assertThat(holder.scope("test:fly").areaPaths()).containsExactly(TestTown.WEST_PATH);
        assertThat(own.get("/api/core/v1/tokens")
                        .json()
                        .at("/items/0/scope/area")
                        .asString())
                .isEqualTo(TestTown.WEST);
    }

    @Test
    void letNoTokenForAPlaceCarryRightsOverTheCity() {
        TokenScope west = new TokenScope(Optional.empty(), Optional.of(TestTown.WEST), Optional.empty());
        String token =
                tokens.issue(account.id(), "west", Optional.empty(), west).token();

        assertThat(tokens.find(token).orElseThrow().permissions()).containsExactly("test:fly", "test:own");
    }

    @Test
    void refuseATokenForWhatTheAccountDoesNotHold() {
        PeopleClient own = session();

        for (Map<String, Object> scope : List.<Map<String, Object>>of(
                Map.of("permissions", List.of("core:accounts")),
                Map.of("permissions", List.of("core:audit"), "area", TestTown.WEST),
                Map.of("area", "atlantis"))) {
            assertThat(own.post("/api/core/v1/tokens", Map.of("label", "x", "scope", scope))
                            .code())
                    .isEqualTo("BAD_REQUEST");
        }
        assertThat(own.post("/api/core/v1/tokens", Map.of("label", "x", "expires", "2020-01-01T00:00:00Z"))
                        .code())
                .isEqualTo("BAD_REQUEST");
    }

    @Test
    void letNoPartlyTokenMakeItselfAWholeOne() {
        TokenScope flying = new TokenScope(Optional.of(Set.of("test:fly")), Optional.empty(), Optional.empty());
        PeopleClient partly = PeopleClient.at(port)
                .bearer(tokens.issue(account.id(), "part", Optional.empty(), flying)
                        .token());

        assertThat(partly.post("/api/core/v1/tokens", Map.of("label", "whole")).code())
                .isEqualTo("FORBIDDEN");
        assertThat(partly.post(
                                "/api/core/v1/tokens",
                                Map.of("label", "same", "scope", Map.of("permissions", List.of("test:fly"))))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void showAndRevokeTheTokensOfAnAccountThatOneManages() {
        String token = tokens.issue(account.id(), "lost", Optional.empty()).token();
        PeopleClient manager =
                PeopleClient.at(port).bearer(people.token("core:accounts", "test:fly", "core:audit", "test:own"));
        String path = "/api/core/v1/accounts/" + account.id() + "/tokens";
        String id = manager.get(path).json().at("/items/0/id").asString();

        assertThat(manager.delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(tokens.find(token)).isEmpty();
        assertThat(manager.delete(path + "/" + id).status()).isEqualTo(404);
    }
}
