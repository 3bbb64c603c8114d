package org.chengshu.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CoreTest
class SettingsRouteTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private TestPeople people;

    @BeforeEach
    void come() {
        people = new TestPeople(context);
    }

    @Test
    void showsEverySettingWithItsOriginAndNoSecret() {
        PeopleClient client = PeopleClient.at(port).bearer(people.token("core:settings"));

        JsonNode page = client.get("/api/core/v1/settings").json();
        JsonNode url = named(page, "database.url");

        assertThat(url.path("value").asString()).contains("password=***");
        assertThat(url.path("source").asString()).isEqualTo("environment");
        assertThat(url.path("place").asString()).isEqualTo("CHENGSHU_DATABASE_URL");
        assertThat(named(page, "city.zone").path("default").asString()).isEqualTo("Asia/Shanghai");
        assertThat(named(page, "city.zone").path("source").asString()).isEqualTo("default");
        assertThat(page.path("file").asString()).endsWith("chengshu.yaml");
    }

    @Test
    void isClosedToThoseWhoLackTheRight() {
        assertThat(PeopleClient.at(port)
                        .bearer(people.token("core:audit"))
                        .get("/api/core/v1/settings")
                        .status())
                .isEqualTo(403);
    }

    private static JsonNode named(JsonNode page, String name) {
        for (JsonNode line : page.path("items")) {
            if (line.path("name").asString().equals(name)) {
                return line;
            }
        }
        throw new AssertionError("no setting " + name);
    }
}
