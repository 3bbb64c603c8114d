package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CoreTest
class RolesTest {
    private static final String ROLES = "/api/core/v1/roles";
    private static final Map<String, String> TITLE = Map.of("zh", "放风筝的人", "en", "Flyer");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    DSLContext sql;

    private TestPeople people;
    private PeopleClient author;
    private String id;

    @BeforeEach
    void come() {
        people = new TestPeople(context);
        author = PeopleClient.at(port).bearer(people.token("core:accounts", "core:roles", "test:fly"));
        id = "flyer-" + UUID.randomUUID();
    }

    private Answer create(String... permissions) {
        return author.post(ROLES, Map.of("id", id, "title", TITLE, "permissions", List.of(permissions)));
    }

    @Test
    void areMadeChangedAndTakenAway() {
        Answer made = create("test:fly");
        Answer changed = author.with("If-Match", made.header("ETag"))
                .put(ROLES + "/" + id, Map.of("title", TITLE, "permissions", List.of("core:accounts")));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("origin").asString()).isEqualTo("own");
        assertThat(changed.json().path("permissions").toString()).isEqualTo("[\"core:accounts\"]");
        assertThat(author.with("If-Match", made.header("ETag"))
                        .put(ROLES + "/" + id, Map.of("title", TITLE, "permissions", List.of()))
                        .status())
                .isEqualTo(412);
        assertThat(author.delete(ROLES + "/" + id).status()).isEqualTo(204);
        assertThat(author.get(ROLES + "/" + id).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void holdNothingThatTheirAuthorDoesNotHold() {
        assertThat(create("core:audit").code()).isEqualTo("FORBIDDEN");
        assertThat(create("*").code()).isEqualTo("FORBIDDEN");
        assertThat(create("test:fly").status()).isEqualTo(201);
        assertThat(author.with("If-Match", "*")
                        .put(ROLES + "/" + id, Map.of("title", TITLE, "permissions", List.of("test:fly", "core:audit")))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(author.post(ROLES + "/administrator/copy", Map.of("id", id + "-2", "title", TITLE))
                        .code())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void nameThePermissionThatWasProbablyMeant() {
        Answer answer = create("test:fyl");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("did you mean test:fly?");
    }

    @Test
    void ofPacksAndOfTheHouseAreForCopyingOnly() {
        String pack = people.role("test:fly");
        sql.execute("update cs_core.role set pack_id = 'kites' where id = ?", pack);

        assertThat(author.delete(ROLES + "/" + pack).code()).isEqualTo("ROLE_READ_ONLY");
        assertThat(author.delete(ROLES + "/administrator").code()).isEqualTo("ROLE_READ_ONLY");
        assertThat(author.with("If-Match", "*")
                        .put(ROLES + "/" + pack, Map.of("title", TITLE, "permissions", List.of()))
                        .code())
                .isEqualTo("ROLE_READ_ONLY");
        Answer copy = author.post(ROLES + "/" + pack + "/copy", Map.of("id", id, "title", TITLE));
        assertThat(copy.status()).isEqualTo(201);
        assertThat(copy.json().path("permissions").toString()).isEqualTo("[\"test:fly\"]");
        assertThat(author.delete(ROLES + "/" + id).status()).isEqualTo(204);
    }

    @Test
    void stayWhileSomebodyHoldsThemAndSayWho() {
        AccountView holder = people.account(Optional.empty(), "test:fly");
        String role = holder.roles().getFirst();

        Answer refused = author.delete(ROLES + "/" + role);

        assertThat(refused.code()).isEqualTo("ROLE_IN_USE");
        assertThat(refused.json().at("/errors/0/place").asString()).isEqualTo(holder.name());
        assertThat(author.get(ROLES + "/" + role).json().path("accounts").asInt())
                .isEqualTo(1);
    }

    @Test
    void reachWhoeverHoldsThemWithoutAnotherSignIn() {
        create("test:fly");
        Grant grant = Grant.of(id);
        Accounts accounts = context.getBean(Accounts.class);
        AccountView holder = accounts.create(
                new NewAccount("holder-" + UUID.randomUUID(), "", Optional.empty(), List.of(grant), Optional.empty()));
        PeopleClient own = PeopleClient.at(port).bearer(people.token(holder.id()));
        assertThat(own.get("/api/core/v1/me").body()).contains("test:fly");

        author.with("If-Match", "*").put(ROLES + "/" + id, Map.of("title", TITLE, "permissions", List.of()));

        org.chengshu.core.testing.Eventually.eventually(
                "the right is gone", () -> !own.get("/api/core/v1/me").body().contains("test:fly"));
    }

    @Test
    void areDefinedOnlyByWhoeverMay() {
        PeopleClient clerk = PeopleClient.at(port).bearer(people.token("core:accounts"));

        assertThat(clerk.get(ROLES).status()).isEqualTo(200);
        assertThat(clerk.post(ROLES, Map.of("id", id, "title", TITLE, "permissions", List.of()))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(clerk.get("/api/core/v1/permissions").body()).contains("\"limit\":\"own-organisation\"");
    }
}
