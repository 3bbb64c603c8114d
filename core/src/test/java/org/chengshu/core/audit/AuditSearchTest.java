package org.chengshu.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.chengshu.core.testing.CoreTest;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CoreTest
class AuditSearchTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Audit audit;

    private TestPeople people;
    private PeopleClient auditor;
    private String who;

    @BeforeEach
    void come() {
        people = new TestPeople(context);
        auditor = PeopleClient.at(port).bearer(people.token("core:audit"));
        who = "witness-" + UUID.randomUUID();
    }

    @Test
    void findsAThingByItsKindAndIdWhereverItStands() {
        String id = UUID.randomUUID().toString();
        record("kite.flown", Map.of("id", id));
        record("string.cut", Map.of("kite", id, "id", "s-1"));
        record("box.opened", Map.of("id", id));

        assertThat(events("kind=kite&id=" + id)).containsExactly("string.cut", "kite.flown");
        assertThat(events("id=" + id)).containsExactly("box.opened", "string.cut", "kite.flown");
        assertThat(auditor.get("/api/core/v1/audit?kind=kite").status()).isEqualTo(400);
    }

    @Test
    void findsATextInDetailsInEitherLanguageAndCase() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        record("kite.torn", Map.of("reason", "风筝挂在树上 " + mark + " Oak"));

        assertThat(events("text=" + mark.toUpperCase(java.util.Locale.ROOT))).containsExactly("kite.torn");
        assertThat(events("who=" + who + "&text=%E6%8C%82%E5%9C%A8")).containsExactly("kite.torn");
        assertThat(auditor.get("/api/core/v1/audit?text=a").status()).isEqualTo(400);
    }

    @Test
    void masksPersonalFieldsUnlessTheViewerMaySeeThem() {
        audit.record(new AuditEntry(
                Optional.empty(),
                who,
                "kite.lent",
                AuditOutcome.DONE,
                Optional.empty(),
                Map.of("contact", "张三丰", "phone", "13812341234", "note", "call 13912341234"),
                Optional.of("10.20.30.40")));

        JsonNode masked = first(auditor);
        assertThat(masked.path("details").path("contact").asString()).isEqualTo("张**");
        assertThat(masked.path("details").path("phone").asString()).isEqualTo("138****1234");
        assertThat(masked.path("details").path("note").asString()).isEqualTo("call 139****1234");
        assertThat(masked.path("address").asString()).isEqualTo("10.20.*.*");
        assertThat(masked.path("masked").asBoolean()).isTrue();

        JsonNode open = first(PeopleClient.at(port).bearer(people.token("core:audit", "core:audit-personal")));
        assertThat(open.path("details").path("phone").asString()).isEqualTo("13812341234");
        assertThat(open.path("masked").asBoolean()).isFalse();
    }

    @Test
    void tellsThePlaceInTheChainSoonAfter() {
        record("kite.flown", Map.of());

        Eventually.eventually(
                "the entry is sealed",
                () -> first(auditor).path("number").isNumber()
                        && first(auditor).path("hash").asString("").length() == 64);
        JsonNode state = auditor.get("/api/core/v1/audit/state").json();
        assertThat(state.path("sealed").asLong()).isPositive();
        assertThat(state.path("head").path("algorithm").asString()).isEqualTo("sm3");
        assertThat(state.path("partitions").size()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void verifiesAsAJobThatEverybodyWhoMayCanWatch() {
        Instant began = Instant.now();
        record("kite.flown", Map.of());
        Eventually.eventually(
                "the entry is sealed", () -> first(auditor).path("number").isNumber());

        String job = auditor.post(
                        "/api/core/v1/audit/verify",
                        Map.of("from", began.minusMillis(1).toString()))
                .json()
                .path("job")
                .asString();

        Eventually.eventually("the job is done", () -> "done"
                .equals(auditor.get("/api/core/v1/jobs/" + job)
                        .json()
                        .path("state")
                        .asString()));
        JsonNode result = auditor.get("/api/core/v1/jobs/" + job).json().path("result");
        assertThat(result.path("whole").asBoolean()).as(result.toString()).isTrue();
        assertThat(result.path("entries").asLong()).isPositive();
    }

    @Test
    void exportsLinesThatCanBeKeptAndCheckedElsewhere() throws Exception {
        Instant began = Instant.now();
        record("kite.flown", Map.of("id", "7"));
        Eventually.eventually(
                "the entry is sealed", () -> first(auditor).path("number").isNumber());

        List<JsonNode> lines = export(people.token("core:audit-export"), began);

        assertThat(lines.getFirst().path("format").asString()).isEqualTo("chengshu-audit-1");
        assertThat(lines.getLast().path("head").asString())
                .isEqualTo(lines.get(lines.size() - 2).path("hash").asString());
        assertThat(lines)
                .anySatisfy(line -> assertThat(line.path("who").asString("")).isEqualTo(who));
        assertThat(auditor.get("/api/core/v1/audit/export").status()).isEqualTo(403);
    }

    private List<JsonNode> export(String token, Instant from) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/core/v1/audit/export?from=" + from))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            byte[] zipped =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
            String text = new String(
                    new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().<JsonNode>map(JsonMapper.shared()::readTree).toList();
        }
    }

    private void record(String event, Map<String, String> details) {
        audit.record(AuditEntry.done(Optional.empty(), who, event, details));
    }

    private JsonNode first(PeopleClient client) {
        return client.get("/api/core/v1/audit?who=" + who).json().path("items").path(0);
    }

    private List<String> events(String search) {
        return auditor.get("/api/core/v1/audit?" + search)
                .json()
                .path("items")
                .valueStream()
                .map(line -> line.path("event").asString())
                .toList();
    }
}
