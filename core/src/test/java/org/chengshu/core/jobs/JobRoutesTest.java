package org.chengshu.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengshu.core.testing.Eventually.eventually;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@CoreTest
class JobRoutesTest {
    private static final String JOBS = "/api/core/v1/jobs/";

    @Autowired
    ApplicationContext context;

    @Autowired
    Jobs jobs;

    @Autowired
    Accounts accounts;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    private TestPeople people;
    private AccountView starter;
    private PeopleClient client;

    @BeforeEach
    void signIn() {
        people = new TestPeople(context);
        starter = people.account(Optional.empty());
        client = PeopleClient.at(port).bearer(people.token(starter.id()));
    }

    @Test
    void showsAJobToWhoeverStartedItAndToNobodyElse() {
        UUID id = start(CompletableFuture.completedFuture(null));
        eventually(
                "it ends",
                () -> client.get(JOBS + id).json().path("state").asString().equals("done"));

        Answer answer = client.get(JOBS + id);
        assertThat(answer.json().path("title").path("en").asString()).isEqualTo("Wait");
        assertThat(answer.json().path("result").path("waited").asBoolean()).isTrue();
        assertThat(answer.json().path("endedAt").asString()).endsWith("Z");
        assertThat(client.get("/api/core/v1/jobs")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id.toString());

        PeopleClient stranger = PeopleClient.at(port).bearer(people.token());
        assertThat(stranger.get(JOBS + id).status()).isEqualTo(404);
        assertThat(stranger.get("/api/core/v1/jobs").json().path("items")).isEmpty();
        PeopleClient operator = PeopleClient.at(port).bearer(people.token("core:jobs"));
        assertThat(operator.get(JOBS + id).status()).isEqualTo(200);
    }

    @Test
    void cancelsARunningJobOnceAndRefusesWhenItHasEnded() {
        CompletableFuture<Void> released = new CompletableFuture<>();
        UUID id = start(released);

        assertThat(client.post(JOBS + id + "/cancel", "").status()).isEqualTo(200);
        released.complete(null);

        eventually(
                "it is cancelled",
                () -> client.get(JOBS + id).json().path("state").asString().equals("cancelled"));
        Answer again = client.post(JOBS + id + "/cancel", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("CONFLICT");
    }

    @Test
    void walksATraceAndListsTasksOverHttp() {
        Answer answer = client.get("/api/core/v1/trace/nothing/a/b:c@2024");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail").asString()).isEqualTo("nothing a/b:c@2024");
        assertThat(client.get("/api/core/v1/tasks").json().path("items").isArray())
                .isTrue();
    }

    private UUID start(CompletableFuture<Void> released) {
        return jobs.start("test.wait", Text.of("等待", "Wait"), accounts.viewerOf(starter.id()), progress -> {
                    released.join();
                    return json.createObjectNode().put("waited", true);
                })
                .id();
    }
}
