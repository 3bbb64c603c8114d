package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.core.testing.TestTown;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CoreTest
class AccountAdministrationTest {
    private static final String ACCOUNTS = "/api/core/v1/accounts";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    DSLContext sql;

    private TestPeople people;
    private PeopleClient manager;
    private AccountView clerk;

    @BeforeEach
    void come() {
        TestTown.build(context);
        people = new TestPeople(context);
        manager = PeopleClient.at(port).bearer(people.token("core:accounts", "core:roles", "test:fly"));
        clerk = people.account(Optional.empty(), "test:fly");
    }

    private String path() {
        return ACCOUNTS + "/" + clerk.id();
    }

    @Test
    void changesNameOrganisationAndGrantsInOneGo() {
        Answer read = manager.get(path());
        Answer changed = manager.with("If-Match", read.header("ETag"))
                .put(path(), change(clerk.roles().getFirst(), TestTown.WEST));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("displayName").asString()).isEqualTo("Li Qiang");
        assertThat(changed.json().path("areaPath").asString()).isEqualTo(TestTown.WEST_PATH);
        assertThat(changed.json().path("organisation").asString()).isEqualTo(TestTown.TEAM);
        assertThat(manager.get(path()).header("ETag")).isEqualTo(changed.header("ETag"));
    }

    @Test
    void wantsToKnowWhichVersionIsMeant() {
        String tag = manager.get(path()).header("ETag");
        manager.with("If-Match", tag).put(path(), change(clerk.roles().getFirst(), TestTown.WEST));

        assertThat(manager.put(path(), change(clerk.roles().getFirst(), TestTown.EAST))
                        .status())
                .isEqualTo(428);
        assertThat(manager.with("If-Match", tag)
                        .put(path(), change(clerk.roles().getFirst(), TestTown.EAST))
                        .status())
                .isEqualTo(412);
    }

    private static Map<String, Object> change(String role, String area) {
        return Map.of(
                "displayName",
                "Li Qiang",
                "organisation",
                TestTown.TEAM,
                "grants",
                List.of(Map.of("role", role, "area", area)));
    }

    @Test
    void changesTakeEffectAtOnce() {
        PeopleClient own = session(clerk);
        manager.with("If-Match", "*").put(path(), change(people.role("core:audit"), TestTown.WEST));
        manager.with("If-Match", "*")
                .put(path(), Map.of("displayName", "Li", "grants", List.of(Map.of("role", people.role()))));

        assertThat(own.get("/api/core/v1/me").json().path("permissions").size()).isZero();
        assertThat(own.with("X-Requested-With", "chengshu")
                        .post("/api/test/v1/kites/hill", Map.of("name", "swallow"))
                        .code())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void keepsAnAccountOutWhileItIsDisabled() {
        PeopleClient session = session(clerk);
        String token = people.token(clerk.id());

        assertThat(manager.post(path() + "/disable", Map.of())
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("disabled");
        assertThat(session.get("/api/core/v1/me").status()).isEqualTo(401);
        assertThat(PeopleClient.at(port).bearer(token).get("/api/core/v1/me").status())
                .isEqualTo(401);
        assertThat(signIn(clerk.name(), TestPeople.PASSWORD).code()).isEqualTo("ACCOUNT_DISABLED");
        assertThat(signIn(clerk.name(), "a wrong password").code()).isEqualTo("BAD_CREDENTIALS");

        manager.post(path() + "/enable", Map.of());
        assertThat(signIn(clerk.name(), TestPeople.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void letsNobodyTouchSomebodyStronger() {
        AccountView strong = people.account(Optional.empty(), "test:fly", "core:audit");
        String path = ACCOUNTS + "/" + strong.id();

        for (Answer answer : List.of(
                manager.post(path + "/disable", Map.of()),
                manager.post(path + "/reset-password", Map.of()),
                manager.post(path + "/unlock", Map.of()),
                manager.delete(path + "/sessions"),
                manager.post("/api/core/v1/tokens", Map.of("label", "x", "account", strong.id())),
                manager.with("If-Match", "*").put(path, change(clerk.roles().getFirst(), TestTown.WEST)))) {
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void hasNothingForWhoeverManagesAnotherPart() {
        PeopleClient west = PeopleClient.at(port).bearer(people.tokenIn(TestTown.WEST, "core:accounts", "test:fly"));
        String east = ACCOUNTS + "/"
                + people.account(Optional.of(TestTown.EAST), "test:fly").id();

        for (Answer answer : List.of(
                west.get(east),
                west.get(east + "/sessions"),
                west.get(east + "/tokens"),
                west.post(east + "/disable", Map.of()),
                west.post(east + "/reset-password", Map.of()),
                west.with("If-Match", "*").put(east, change(clerk.roles().getFirst(), TestTown.WEST)))) {
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    @Test
    void pagesThroughAccountsNewestFirstAndNarrowsThem() {
        String mark = "mark" + UUID.randomUUID().toString().substring(0, 8);
        String role = people.role();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(manager.post(ACCOUNTS, Map.of("name", mark + "-" + i, "roles", List.of(role)))
                    .json()
                    .path("name")
                    .asString());
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = manager.get(ACCOUNTS + "?limit=2&q=" + mark.toUpperCase(java.util.Locale.ROOT)
                            + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("name").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(seen).isEqualTo(made);
        assertThat(manager.get(ACCOUNTS + "?role=" + role).json().path("items").size())
                .isEqualTo(5);
        assertThat(manager.get(ACCOUNTS + "?state=disabled&q=" + mark)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(manager.get(ACCOUNTS + "?organisation=atlantis").code()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void listsOnlyWhatLiesInTheManagersPart() {
        AccountView west = people.account(Optional.of(TestTown.WEST));
        AccountView east = people.account(Optional.of(TestTown.EAST));

        String list = PeopleClient.at(port)
                .bearer(people.tokenIn(TestTown.WEST, "core:accounts"))
                .get(ACCOUNTS + "?limit=200")
                .body();

        assertThat(list)
                .contains(west.id().toString())
                .doesNotContain(east.id().toString(), clerk.id().toString());
    }

    @Test
    void keepsAnAdministratorWhoCanSignIn() {
        sql.execute("""
                update cs_core.account set disabled_at = now()
                 where password_hash is not null and disabled_at is null and id in
                       (select account_id from cs_core.account_role where role_id = 'administrator')
                """);
        NewAccount wanted = new NewAccount(
                "chief-" + UUID.randomUUID(),
                "",
                Optional.of(TestPeople.PASSWORD),
                List.of(Grant.of("administrator")),
                Optional.empty());
        AccountView chief = context.getBean(Accounts.class).create(wanted);
        String program = context.getBean(ApiTokens.class)
                .issueFor("administrator", "test")
                .token();
        PeopleClient administrator = PeopleClient.at(port).bearer(program);

        assertThat(administrator
                        .post(ACCOUNTS + "/" + chief.id() + "/disable", Map.of())
                        .code())
                .isEqualTo("LAST_ADMINISTRATOR");
        assertThat(administrator
                        .with("If-Match", "*")
                        .put(
                                ACCOUNTS + "/" + chief.id(),
                                Map.of(
                                        "displayName",
                                        "Chief",
                                        "grants",
                                        List.of(Map.of("role", "administrator", "area", TestTown.WEST))))
                        .code())
                .isEqualTo("LAST_ADMINISTRATOR");
    }

    @Test
    void resetsAPasswordByALinkThatIsGoodOnce() {
        PeopleClient before = session(clerk);
        Answer begun = manager.post(path() + "/reset-password", Map.of());
        String secret = begun.json().path("link").asString().substring("/reset/".length());
        PeopleClient nobody = PeopleClient.at(port);

        assertThat(before.get("/api/core/v1/me").status()).isEqualTo(401);
        assertThat(nobody.post("/api/core/v1/links/look", Map.of("secret", secret))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo(clerk.name());
        assertThat(reset(secret, "short").code()).isEqualTo("PASSWORD_WEAK");
        assertThat(reset(secret, TestPeople.PASSWORD).code())
                .as("the former one")
                .isEqualTo("PASSWORD_WEAK");
        assertThat(reset(secret, "quite another one").status()).isEqualTo(204);
        assertThat(reset(secret, "and yet another one").code()).isEqualTo("LINK_GONE");
        assertThat(signIn(clerk.name(), "quite another one").status()).isEqualTo(200);
    }

    private Answer reset(String secret, String password) {
        return PeopleClient.at(port)
                .post("/api/core/v1/links/reset-password", Map.of("secret", secret, "password", password));
    }

    @Test
    void takesNoLinkAfterADayNorOneThatWasReplaced() {
        String first = manager.post(path() + "/reset-password", Map.of())
                .json()
                .path("link")
                .asString();
        String second = manager.post(path() + "/reset-password", Map.of())
                .json()
                .path("link")
                .asString();

        assertThat(reset(first.substring("/reset/".length()), "quite another one")
                        .code())
                .isEqualTo("LINK_GONE");
        sql.execute(
                "update cs_core.one_time_link set expires_at = now() - interval '1 second' where account_id = ?",
                clerk.id());
        assertThat(reset(second.substring("/reset/".length()), "quite another one")
                        .code())
                .isEqualTo("LINK_GONE");
    }

    @Test
    void unlocksWhoeverLockedHimselfOut() {
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(clerk.name(), "a wrong password").code()).isEqualTo("BAD_CREDENTIALS");
            sql.execute("update cs_core.sign_in_failure set last_at = now() - interval '1 minute'");
        }
        sql.execute("update cs_core.sign_in_failure set last_at = now()");
        Answer locked = signIn(clerk.name(), TestPeople.PASSWORD);

        assertThat(locked.code()).isEqualTo("ACCOUNT_LOCKED");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(800, 900);
        assertThat(manager.get(path()).json().path("state").asString()).isEqualTo("locked");
        assertThat(manager.get(ACCOUNTS + "?state=locked&limit=200").body())
                .contains(clerk.id().toString());
        assertThat(manager.post(path() + "/unlock", Map.of())
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("active");
        assertThat(signIn(clerk.name(), TestPeople.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void letsWhoeverWasGivenAPasswordDoNothingBeforeHeChangesIt() {
        String name = "fresh-" + UUID.randomUUID();
        manager.post(
                ACCOUNTS,
                Map.of(
                        "name",
                        name,
                        "password",
                        TestPeople.PASSWORD,
                        "mustChangePassword",
                        true,
                        "roles",
                        List.of(people.role("test:fly"))));
        Answer in = signIn(name, TestPeople.PASSWORD);
        PeopleClient fresh = PeopleClient.at(port)
                .with("Cookie", in.header("Set-Cookie").split(";", 2)[0])
                .with("X-Requested-With", "chengshu");

        assertThat(in.json().at("/account/mustChangePassword").asBoolean()).isTrue();
        assertThat(fresh.get("/api/core/v1/areas").code()).isEqualTo("PASSWORD_CHANGE_NEEDED");
        assertThat(fresh.get("/api/core/v1/me").status()).isEqualTo(200);
        assertThat(fresh.post("/api/core/v1/me/password", Map.of("from", TestPeople.PASSWORD, "to", "a word of my own"))
                        .status())
                .isEqualTo(204);
        assertThat(fresh.get("/api/core/v1/areas").status()).isEqualTo(200);
    }

    private Answer signIn(String name, String password) {
        return PeopleClient.at(port).post("/api/core/v1/login", Map.of("name", name, "password", password));
    }

    private PeopleClient session(AccountView account) {
        String cookie = signIn(account.name(), TestPeople.PASSWORD).header("Set-Cookie");
        return PeopleClient.at(port).with("Cookie", cookie.split(";", 2)[0]);
    }
}
