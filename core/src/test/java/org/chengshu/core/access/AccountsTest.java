package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.chengshu.core.CoreError;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CoreTest
class AccountsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    FirstAccount first;

    @Autowired
    DSLContext sql;

    private TestPeople people;

    @BeforeEach
    void come() {
        people = new TestPeople(context);
    }

    @Test
    void makesOneFirstAdministratorHoweverManyNodesStartAtOnce() {
        sql.execute("update cs_core.account set disabled_at = now() where password_hash is not null");
        List<CompletableFuture<Boolean>> starts = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> first.createAdministrator("chief-" + n, "a password of a chief")))
                .toList();

        assertThat(starts.stream().filter(CompletableFuture::join).count()).isEqualTo(1);
        assertThat(first.createAdministrator("usurper", "a password of a chief"))
                .isFalse();
    }

    @Test
    void refusesTwoNamesThatDifferByCaseOnly() {
        String name = "li-" + UUID.randomUUID();
        accounts.create(account(name, "administrator"));

        assertThatThrownBy(() -> accounts.create(account(name.toUpperCase(java.util.Locale.ROOT), "administrator")))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(CoreError.CONFLICT));
    }

    @Test
    void refusesRolesAndAreasThatAreNotThere() {
        assertThat(codeOf(account("wang", "emperor"))).isEqualTo(CoreError.BAD_REQUEST);
        assertThat(codeOf(new NewAccount(
                        "wang",
                        "",
                        Optional.empty(),
                        List.of("administrator"),
                        Optional.of("atlantis"),
                        Optional.empty())))
                .isEqualTo(CoreError.BAD_REQUEST);
    }

    private CoreError codeOf(NewAccount account) {
        try {
            accounts.create(account);
            throw new AssertionError("created " + account);
        } catch (Fault fault) {
            return (CoreError) fault.code();
        }
    }

    @Test
    void refusesWeakPasswordsAndStrangeNames() {
        assertThatIllegalArgumentException().isThrownBy(() -> withPassword("z", "long enough password"));
        assertThatIllegalArgumentException().isThrownBy(() -> withPassword("a b", "long enough password"));
        assertThat(withPassword("张三", "long enough password").toString()).doesNotContain("password");
    }

    private static NewAccount withPassword(String name, String password) {
        return new NewAccount(name, "", Optional.of(password), List.of(), Optional.empty(), Optional.empty());
    }

    @Test
    void letsNobodyGiveAwayMoreThanHeHas() {
        PeopleClient clerk = PeopleClient.at(port).bearer(people.token("core:accounts", "test:fly"));

        Answer lesser = clerk.post("/api/core/v1/accounts", body("lesser", people.role("test:fly")));
        Answer stronger = clerk.post("/api/core/v1/accounts", body("stronger", people.role("test:fly", "test:land")));
        Answer chief = clerk.post("/api/core/v1/accounts", body("chief", "administrator"));

        assertThat(lesser.status()).isEqualTo(201);
        assertThat(stronger.code()).isEqualTo("FORBIDDEN");
        assertThat(chief.code()).isEqualTo("FORBIDDEN");
    }

    private static Map<String, Object> body(String name, String role) {
        return Map.of("name", name + "-" + UUID.randomUUID(), "roles", List.of(role), "password", "long enough 1");
    }

    @Test
    void letsNobodyTakeATokenOfSomebodyStronger() {
        PeopleClient clerk = PeopleClient.at(port).bearer(people.token("core:accounts"));
        UUID strong = people.account(Optional.empty(), "test:fly").id();
        UUID weak = people.account(Optional.empty()).id();

        assertThat(clerk.post("/api/core/v1/tokens", Map.of("label", "x", "account", strong))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(clerk.post("/api/core/v1/tokens", Map.of("label", "x", "account", weak))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void showsATokenOnceAndTakesItUntilItIsRevoked() {
        PeopleClient nobody = PeopleClient.at(port);
        PeopleClient person = nobody.bearer(people.token("test:fly"));

        Answer issued = person.post("/api/core/v1/tokens", Map.of("label", "gateway"));
        String token = issued.json().path("token").asString();
        String id = issued.json().path("id").asString();

        assertThat(issued.status()).isEqualTo(201);
        assertThat(nobody.bearer(token).get("/api/core/v1/me").status()).isEqualTo(200);
        Answer list = person.get("/api/core/v1/tokens");
        assertThat(list.body()).contains(id).contains("\"lastUsed\":\"").doesNotContain(token);
        assertThat(person.delete("/api/core/v1/tokens/" + id).status()).isEqualTo(204);
        assertThat(nobody.bearer(token).get("/api/core/v1/me").status()).isEqualTo(401);
        assertThat(person.delete("/api/core/v1/tokens/" + id).status()).isEqualTo(404);
    }

    @Test
    void takesNoTokenAfterItsTime() {
        UUID account = people.account(Optional.empty()).id();

        String expired = tokens.issue(account, "old", Optional.of(java.time.Instant.EPOCH))
                .token();

        assertThat(tokens.find(expired)).isEmpty();
        assertThat(tokens.find("cs_made-up")).isEmpty();
        assertThat(tokens.find("something else")).isEmpty();
    }

    @Test
    void givesTheNodeATokenAndTakesTheFormerBack() {
        String before = tokens.issueFor("administrator", "node").token();
        String after = tokens.issueFor("administrator", "node").token();

        assertThat(tokens.find(before)).isEmpty();
        assertThat(tokens.find(after).orElseThrow().may("core:accounts")).isTrue();
    }

    private static NewAccount account(String name, String role) {
        return new NewAccount(name, "", Optional.empty(), List.of(role), Optional.empty(), Optional.empty());
    }
}
