package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole loop as one story: a reading, an alarm, a case, its handling, the sensor's word, an indicator, the trace. */
class LoopStoryTest {
    @TempDir
    Path data;

    private NodeProcess node;
    private Loop loop;

    @BeforeEach
    void startACity() throws Exception {
        node = NodeProcess.start(data);
        loop = Loop.on(node);
    }

    @AfterEach
    void stopTheCity() throws Exception {
        node.close();
    }

    @Test
    void aReadingBecomesAnAlarmACaseAClosureAndANumberAndAllOfItCanBeWalkedBack() throws Exception {
        try (MqttDevice probe = MqttDevice.connect(node.mqttPort(), loop.tokenOf("probe-1"))) {
            publish(probe, 420);
            String alarm = awaitOpenAlarm();
            JsonNode dispatched = loop.awaitCase("handle");
            String id = dispatched.path("id").asString();
            assertThat(dispatched.path("department").toString()).contains("urban-management");

            loop.act(id, "take", "on the way");
            loop.act(id, "handled", "the site was sprayed and covered");
            assertThat(loop.awaitCase("verify").path("id").asString()).isEqualTo(id);
            keepPublishing(probe, 80, () -> !loop.cases("stage=close").isEmpty());

            JsonNode closed = node.get("/api/cases/v1/cases/" + id);
            assertThat(closed.path("stage").asString()).isEqualTo("close");
            assertThat(actions(closed)).contains("take", "handled");
            awaitIndicator(1);
            walkBothWays(id, alarm);
        }
    }

    @Test
    void theSameLoopRunsOverHttpAndAReadingSentTwiceIsStoredOnce() throws Exception {
        String token = loop.tokenOf("probe-2");
        Instant now = Instant.now();

        String first = node.asDevice(token, Loop.dust(now, 500)).body();
        String again = node.asDevice(token, Loop.dust(now, 500)).body();

        assertThat(first).contains("\"stored\":1");
        assertThat(again).contains("\"stored\":0").contains("\"duplicate\":1");
        assertThat(loop.awaitCase("handle").path("id").asString()).isNotEmpty();
        assertThat(loop.alarms("state=open")).hasSize(1);
    }

    private String awaitOpenAlarm() {
        List<JsonNode> found = new ArrayList<>();
        Until.within(Loop.SOON, "the alarm", () -> {
            found.clear();
            found.addAll(loop.alarms("state=open&rule=dusty"));
            return !found.isEmpty();
        });
        return found.getFirst().path("id").asString();
    }

    private void awaitIndicator(int expected) {
        Until.within(Duration.ofSeconds(60), "the indicator to count the closure", () -> {
            List<JsonNode> values = loop.items("/api/indicator/v1/indicators/closed-a-day/values");
            return values.stream().anyMatch(value -> value.path("value").asInt(0) == expected);
        });
    }

    private void walkBothWays(String caseId, String alarm) {
        Set<String> fromTheCase = kinds("/api/core/v1/trace/case/" + caseId);
        Set<String> fromTheSeries = kinds("/api/core/v1/trace/series/probe-1:dust");
        Set<String> fromTheAlarm = kinds("/api/core/v1/trace/alarm/" + alarm);

        assertThat(fromTheCase).contains("series", "alarm", "case", "evidence", "closure", "indicator");
        assertThat(fromTheSeries).contains("series", "alarm", "case", "evidence", "closure", "indicator");
        assertThat(fromTheAlarm).contains("series", "alarm", "case", "evidence", "closure", "indicator");
    }

    private Set<String> kinds(String path) {
        JsonNode trace = node.get(path);
        List<JsonNode> nodes = new ArrayList<>();
        trace.path("nodes").forEach(nodes::add);
        return nodes.stream().map(each -> each.path("kind").asString("")).collect(Collectors.toSet());
    }

    private static List<String> actions(JsonNode closed) {
        List<String> actions = new ArrayList<>();
        closed.path("timeline").forEach(step -> actions.add(step.path("action").asString("")));
        return actions;
    }

    private void keepPublishing(MqttDevice probe, double value, java.util.concurrent.Callable<Boolean> until) {
        Until.within(Loop.SOON, "the sensor to prove it", () -> {
            publish(probe, value);
            return until.call();
        });
    }

    private static void publish(MqttDevice probe, double value) throws Exception {
        probe.publish(Loop.dust(Instant.now(), value)).get(10, TimeUnit.SECONDS);
    }
}
