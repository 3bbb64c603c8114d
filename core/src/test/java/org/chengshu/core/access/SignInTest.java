package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThat;

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
class SignInTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    DSLContext sql;

    private PeopleClient nobody;
    private AccountView account;

    @BeforeEach
    void come() {
        nobody = PeopleClient.at(port);
        account = new TestPeople(context).account(Optional.empty(), "test:fly");
    }

    @Test
    void givesASessionCookieThatScriptsAndOtherSitesCannotUse() {
        Answer answer = signIn(account.name(), TestPeople.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie"))
                .startsWith("chengshu_session=")
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/");
        assertThat(answer.json().at("/account/name").asString()).isEqualTo(account.name());
    }

    @Test
    void tellsWhoIAm() {
        Answer me = session().get("/api/core/v1/me");

        assertThat(me.json().path("id").asString()).isEqualTo(account.id().toString());
        assertThat(me.json().path("permissions").toString()).isEqualTo("[\"test:fly\"]");
        assertThat(me.json().path("areaPath").asString()).isEqualTo("/");
        assertThat(me.json().path("organisation").isNull()).isTrue();
    }

    @Test
    void ignoresTheCaseOfANameButNotOfAPassword() {
        assertThat(signIn(account.name().toUpperCase(java.util.Locale.ROOT), TestPeople.PASSWORD)
                        .status())
                .isEqualTo(200);
        assertThat(signIn(account.name(), TestPeople.PASSWORD.toUpperCase(java.util.Locale.ROOT))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void doesNotTellWhetherNameOrPasswordIsWrong() {
        Answer wrongPassword = signIn(account.name(), "not my password");
        Answer wrongName = signIn("nobody-of-this-name", "not my password");

        assertThat(wrongPassword.code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(withoutTrace(wrongName)).isEqualTo(withoutTrace(wrongPassword));
    }

    @Test
    void slowsGuessersDownWhetherTheNameExistsOrNot() {
        for (String name : new String[] {account.name(), "ghost-" + UUID.randomUUID()}) {
            for (int guess = 0; guess < 5; guess++) {
                assertThat(signIn(name, "guess").status()).isEqualTo(401);
            }
            sql.execute("update cs_core.sign_in_failure set last_at = now() + interval '900 milliseconds'");
            Answer slowed = signIn(name, "guess");

            assertThat(slowed.code()).isEqualTo("TOO_MANY_ATTEMPTS");
            assertThat(slowed.header("Retry-After")).isIn("1", "2");
        }
    }

    @Test
    void wantsAHeaderThatOtherSitesCannotSendWhenACookieChangesSomething() {
        PeopleClient session = session();

        Answer forged = session.post("/api/test/v1/kites/hill", Map.of("name", "swallow"));
        Answer own =
                session.with("X-Requested-With", "chengshu").post("/api/test/v1/kites/hill", Map.of("name", "swallow"));

        assertThat(forged.code()).isEqualTo("FORBIDDEN");
        assertThat(own.status()).isEqualTo(200);
    }

    @Test
    void endsASessionAtOnceOnSigningOut() {
        PeopleClient session = session();

        Answer out = session.with("X-Requested-With", "chengshu").post("/api/core/v1/logout", "");

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(session.get("/api/core/v1/me").status()).isEqualTo(401);
    }

    @Test
    void keepsSessionsInTheDatabaseByTheirHashOnly() {
        String secret = cookie().substring("chengshu_session=".length());

        assertThat(sql.fetchSingle("select count(*) from cs_core.session where account_id = ?", account.id())
                        .get(0))
                .isEqualTo(1L);
        assertThat(sql.fetch("select encode(secret_hash, 'escape') from cs_core.session")
                        .getValues(0, String.class))
                .noneMatch(secret::equals);
    }

    @Test
    void endsASessionThatWasNotUsedForTwelveHoursAndExtendsOneThatIs() {
        PeopleClient session = session();
        sql.execute(
                "update cs_core.session set expires_at = now() + interval '1 hour' where account_id = ?", account.id());

        assertThat(session.get("/api/core/v1/me").status()).isEqualTo(200);
        assertThat(sql.fetchSingle(
                                "select expires_at > now() + interval '11 hours' from cs_core.session where account_id = ?",
                                account.id())
                        .get(0))
                .isEqualTo(true);

        sql.execute(
                "update cs_core.session set expires_at = now() - interval '1 second' where account_id = ?",
                account.id());
        assertThat(session.get("/api/core/v1/me").status()).isEqualTo(401);
    }

    @Test
    void doesNotLetACookieMakeABadTokenGood() {
        assertThat(session().bearer("cs_wrong").get("/api/core/v1/me").status()).isEqualTo(401);
    }

    @Test
    void changesAPasswordAndThrowsOutWhoeverElseUsesTheOldOne() {
        PeopleClient other = session();
        PeopleClient mine = session().with("X-Requested-With", "chengshu");

        Answer wrong = mine.post("/api/core/v1/me/password", Map.of("from", "wrong", "to", "a new long password"));
        Answer weak = mine.post("/api/core/v1/me/password", Map.of("from", TestPeople.PASSWORD, "to", "short"));
        Answer done =
                mine.post("/api/core/v1/me/password", Map.of("from", TestPeople.PASSWORD, "to", "a new long password"));

        assertThat(wrong.code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(weak.code()).isEqualTo("PASSWORD_WEAK");
        assertThat(done.status()).isEqualTo(204);
        assertThat(mine.get("/api/core/v1/me").status()).isEqualTo(200);
        assertThat(other.get("/api/core/v1/me").status()).isEqualTo(401);
        assertThat(signIn(account.name(), "a new long password").status()).isEqualTo(200);
    }

    @Test
    void takesNoFormsOfOtherSites() {
        assertThat(nobody.with("Content-Type", "text/plain")
                        .postText("/api/core/v1/login", "{}")
                        .status())
                .isIn(400, 415);
    }

    private static String withoutTrace(Answer answer) {
        return answer.body().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private Answer signIn(String name, String password) {
        return nobody.post("/api/core/v1/login", Map.of("name", name, "password", password));
    }

    private String cookie() {
        return signIn(account.name(), TestPeople.PASSWORD).header("Set-Cookie").split(";", 2)[0];
    }

    private PeopleClient session() {
        return nobody.with("Cookie", cookie());
    }
}
