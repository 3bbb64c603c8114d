package org.chengshu.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.util.ArrayList;
import java.util.List;
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
class HealthTest {
    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private PeopleClient operator;

    @BeforeEach
    void signIn() {
        operator = PeopleClient.at(port).bearer(new TestPeople(context).token("core:health", "core:backup"));
    }

    @Test
    void tellsEveryPartInWordsWithARemedyForWhatIsNotWell() {
        eventually("it has looked", () -> !items().isEmpty());

        assertThat(items().stream().map(item -> item.path("name").asString()))
                .contains("database", "disk", "memory", "clock", "events", "jobs", "backup", "log-archive");
        for (JsonNode item : items()) {
            assertThat(item.path("words").path("zh").asString()).isNotBlank();
            assertThat(item.path("words").path("en").asString()).isNotBlank();
            assertThat(item.path("since").asString()).isNotBlank();
            assertThat(item.has("remedy") && !item.path("remedy").isNull())
                    .as(item.toString())
                    .isEqualTo(!item.path("state").asString().equals("ok"));
        }
    }

    @Test
    void countsAsWorstWhatIsWorst() {
        eventually("it has looked", () -> !items().isEmpty());
        List<String> states =
                items().stream().map(item -> item.path("state").asString()).toList();

        assertThat(operator.get("/api/core/v1/health").json().path("state").asString())
                .isEqualTo(states.getFirst());
    }

    @Test
    void backsUpOnlyTheFilesWhereTheDatabaseIsInSomebodyElsesCare() {
        JsonNode job = operator.post("/api/core/v1/backups", java.util.Map.of()).json();
        String id = job.path("id").asString();
        eventually(
                "the backup ends",
                () -> !state(id).equals("running") && !state(id).equals("queued"));

        assertThat(state(id)).isEqualTo("done");
        JsonNode made =
                operator.get("/api/core/v1/backups").json().path("items").get(0);
        assertThat(made.path("kind").asString()).isEqualTo("files-only");
        assertThat(made.path("files").asInt()).isPositive();
    }

    @Test
    void writesOnlyWhereAnOperatorOfTheMachineMeantIt() {
        JsonNode job = operator.post("/api/core/v1/backups", java.util.Map.of("to", "/tmp"))
                .json();
        String id = job.path("id").asString();
        eventually(
                "the backup ends",
                () -> !state(id).equals("running") && !state(id).equals("queued"));

        assertThat(state(id)).isEqualTo("failed");
        assertThat(operator.post("/api/core/v1/backups", java.util.Map.of("to", "some/where"))
                        .status())
                .isEqualTo(400);
    }

    private String state(String job) {
        return operator.get("/api/core/v1/jobs/" + job).json().path("state").asString();
    }

    private List<JsonNode> items() {
        List<JsonNode> items = new ArrayList<>();
        operator.get("/api/core/v1/health").json().path("items").forEach(items::add);
        return items;
    }
}
