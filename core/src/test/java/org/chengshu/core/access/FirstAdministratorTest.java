package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CoreTest
class FirstAdministratorTest {
    private static final String PASSWORD = "a password of a chief";

    @LocalServerPort
    int port;

    @Autowired
    FirstAccount first;

    @Autowired
    DSLContext sql;

    @BeforeEach
    void sendAllAdministratorsHome() {
        sql.execute("""
                update cs_core.account set disabled_at = now()
                 where id in (select account_id from cs_core.account_role where role_id = 'administrator')
                   and password_hash is not null
                """);
    }

    private String link() {
        String path = first.openLink().orElseThrow();
        assertThat(path).startsWith("/first/");
        return path.substring("/first/".length());
    }

    private Answer become(String secret, String name, String password) {
        return PeopleClient.at(port)
                .post(
                        "/api/core/v1/links/first-administrator",
                        Map.of("secret", secret, "name", name, "password", password));
    }

    private Answer look(String secret) {
        return PeopleClient.at(port).post("/api/core/v1/links/look", Map.of("secret", secret));
    }

    @Test
    void choosesHisNameAndPasswordByALinkAndIsIn() {
        String secret = link();
        String name = "chief-" + UUID.randomUUID();

        assertThat(look(secret).json().path("purpose").asString()).isEqualTo("first-administrator");
        Answer in = become(secret, name, PASSWORD);
        PeopleClient session =
                PeopleClient.at(port).with("Cookie", in.header("Set-Cookie").split(";", 2)[0]);

        assertThat(in.status()).isEqualTo(200);
        assertThat(session.get("/api/core/v1/me").json().path("name").asString())
                .isEqualTo(name);
        assertThat(session.get("/api/core/v1/accounts").status()).isEqualTo(200);
        assertThat(look(secret).code()).isEqualTo("LINK_GONE");
        assertThat(become(secret, name + "-2", PASSWORD).code()).isEqualTo("LINK_GONE");
    }

    @Test
    void mayTryAgainWhenThePasswordIsWeakOrTheNameTaken() {
        String secret = link();

        assertThat(become(secret, "chief", "password123").code()).isEqualTo("PASSWORD_WEAK");
        assertThat(become(secret, "x", PASSWORD).code()).isEqualTo("BAD_REQUEST");
        assertThat(become(secret, "chief-" + UUID.randomUUID(), PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void isOneOnlyHoweverManyLinksWerePrinted() {
        String one = link();
        String other = link();
        become(one, "chief-" + UUID.randomUUID(), PASSWORD);

        assertThat(look(other).code()).isEqualTo("LINK_GONE");
        assertThat(become(other, "usurper-" + UUID.randomUUID(), PASSWORD).code())
                .isEqualTo("LINK_GONE");
        assertThat(first.openLink()).isEmpty();
    }

    @Test
    void findsTheLinkGoneAfterADay() {
        String secret = link();
        sql.execute("update cs_core.one_time_link set expires_at = now() - interval '1 second'");

        assertThat(become(secret, "late-" + UUID.randomUUID(), PASSWORD).code()).isEqualTo("LINK_GONE");
        assertThat(look("made-up").code()).isEqualTo("LINK_GONE");
    }
}
