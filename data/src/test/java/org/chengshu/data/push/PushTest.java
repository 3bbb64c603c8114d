package org.chengshu.data.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.data.DataTest;
import org.chengshu.data.source.SourceRights;
import org.chengshu.data.source.SourceWorld;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDatasets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@DataTest
class PushTest {
    private static final String LAMPS = "raw.lamps-pushed";

    @Autowired
    ApplicationContext context;

    @Autowired
    StoredDatasets stored;

    @Autowired
    DSLContext sql;

    @LocalServerPort
    int port;

    private PeopleClient sender;
    private String rows;

    @BeforeEach
    void enter() {
        TestPeople people = new TestPeople(context);
        new SourceWorld(stored).lamps(LAMPS, RowsMode.APPEND);
        PeopleClient office = PeopleClient.at(port).bearer(people.token(SourceRights.SEE, SourceRights.DEFINE));
        JsonNode source = office.post("/api/data/v1/sources", SourceWorld.source("推送", "push", Map.of(), LAMPS))
                .json();
        rows = "/api/data/v1/sources/" + source.path("id").asString() + "/rows";
        sender = PeopleClient.at(port).bearer(people.token(SourceRights.PUSH));
    }

    @AfterEach
    void tidy() {
        sql.execute("delete from cs_data.source");
        stored.drop(LAMPS);
    }

    private long count() {
        return sql.fetchOne("select count(*) from facts.raw_lamps_pushed").get(0, Long.class);
    }

    @Test
    void answersOnceTheRowsAreStoredAndNamesThoseRefused() {
        PeopleClient.Answer answer = sender.post(
                rows,
                List.of(
                        Map.of("id", 1, "name", "甲", "watts", 2.5),
                        Map.of("id", 2, "name", "乙", "watts", "bright"),
                        Map.of("id", 3)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode told = answer.json();
        assertThat(List.of(
                        told.path("read").asLong(),
                        told.path("stored").asLong(),
                        told.path("refused").asLong()))
                .containsExactly(3L, 2L, 1L);
        assertThat(told.path("rows").path(0).path("row").asLong()).isEqualTo(2);
        assertThat(told.path("rows")
                        .path(0)
                        .path("faults")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("watts");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void takesLinesAndCsvToo() {
        assertThat(sender.with("Content-Type", "application/x-ndjson")
                        .postText(rows, "{\"id\":1,\"name\":\"a\"}\n{\"id\":2}\n")
                        .json()
                        .path("stored")
                        .asLong())
                .isEqualTo(2);
        assertThat(sender.with("Content-Type", "text/csv")
                        .postText(rows, "id,name,watts\n3,c,1\n4,d,2\n")
                        .json()
                        .path("stored")
                        .asLong())
                .isEqualTo(2);
        assertThat(count()).isEqualTo(4);
        assertThat(sender.with("Content-Type", "image/png").postText(rows, "x").code())
                .isEqualTo("ROWS_REFUSED");
        assertThat(sender.post(rows, Map.of("id", 1)).code()).isEqualTo("FILE_UNREADABLE");
    }

    @Test
    void aBatchThatComesAgainIsTakenOnce() throws Exception {
        PeopleClient keyed = sender.with("Idempotency-Key", "batch-1");
        List<Map<String, Object>> batch = List.of(Map.of("id", 1, "name", "a"));
        JsonNode first = keyed.post(rows, batch).json();
        JsonNode again = keyed.post(rows, batch).json();
        assertThat(again.path("load")).isEqualTo(first.path("load"));
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(keyed.post(rows, List.of(Map.of("id", 2))).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(count()).isEqualTo(1);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(i -> () -> sender.with("Idempotency-Key", "batch-2")
                            .post(rows, batch)
                            .status())
                    .toList();
            many.invokeAll(calls).forEach(done -> assertThat(done.resultNow()).isIn(200, 409));
        }
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void onlyWhoMayPushDoes() {
        PeopleClient reader = PeopleClient.at(port).bearer(new TestPeople(context).token(SourceRights.SEE));
        assertThat(reader.post(rows, List.of(Map.of("id", 1))).status()).isEqualTo(403);
        assertThat(PeopleClient.at(port).post(rows, List.of(Map.of("id", 1))).status())
                .isEqualTo(401);
    }
}
