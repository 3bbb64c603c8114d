package org.chengshu.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CoreTest
class VersionsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private PeopleClient flyer;

    @BeforeEach
    void come() {
        flyer = PeopleClient.at(port).bearer(new TestPeople(context).token("test:fly"));
    }

    @Test
    void changesWhatWasRead() {
        Answer answer = mend("\"v7\"");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"v8\"");
    }

    @Test
    void takesAnyOfSeveralVersionsAndOnesThatAProxyMadeWeak() {
        assertThat(mend("\"v6\", W/\"v7\"").status()).isEqualTo(200);
        assertThat(mend("*").status()).isEqualTo(200);
    }

    @Test
    void tellsWhoeverComesSecondInsteadOfUndoingTheFirstsWork() {
        Answer answer = mend("\"v6\"");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.code()).isEqualTo("VERSION_CHANGED");
        assertThat(answer.json().path("detail").asString()).contains("\"v7\" now, not \"v6\"");
    }

    @Test
    void refusesAChangeThatDoesNotSayOfWhat() {
        Answer answer = flyer.put("/api/test/v1/kites/hill/7", kite());

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.code()).isEqualTo("VERSION_NEEDED");
    }

    private Answer mend(String ifMatch) {
        return flyer.with("If-Match", ifMatch).put("/api/test/v1/kites/hill/7", kite());
    }

    private static Map<String, String> kite() {
        return Map.of("name", "swallow");
    }
}
