package org.chengshu.sense.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.testing.Eventually;
import org.chengshu.core.testing.PeopleClient;
import org.chengshu.core.testing.PeopleClient.Answer;
import org.chengshu.core.testing.TestPeople;
import org.chengshu.sense.testing.SenseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@SenseTest
class DeviceResourceTest {
    private static final String DEVICES = "/api/sense/v1/devices";

    @Autowired
    SenseWorld world;

    @Autowired
    ApplicationContext context;

    @Autowired
    DoorPorts ports;

    @LocalServerPort
    int port;

    private PeopleClient officer;
    private String product;

    @BeforeEach
    void signIn() {
        officer = PeopleClient.at(port).bearer(new TestPeople(context).token("sense:*", "alarm:read"));
        product = world.freshProduct();
    }

    @Test
    void aDeviceIsRegisteredGetsATokenAndIsHeard() throws Exception {
        String code = "lamp-" + product;
        Answer created = officer.post(
                DEVICES,
                Map.of(
                        "code",
                        code,
                        "product",
                        product,
                        "title",
                        Map.of("zh", "路灯", "en", "Lamp"),
                        "tags",
                        Map.of("pole", "7")));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("status").asString()).isEqualTo("offline");

        report(code, "{\"pm25\":12.5,\"on\":true}");

        JsonNode device = officer.get(DEVICES + "/" + code).json();
        assertThat(device.path("status").asString()).isEqualTo("online");
        assertThat(device.at("/latest/pm25/value").asDouble()).isEqualTo(12.5);
        assertThat(device.at("/latest/on/value").asBoolean()).isTrue();
        assertThat(device.at("/tags/pole").asString()).isEqualTo("7");
        assertThat(officer.get(DEVICES + "/" + code + "/latest")
                        .json()
                        .at("/pm25/value")
                        .asDouble())
                .isEqualTo(12.5);
    }

    @Test
    void readingsComeOneByOneOrInBuckets() throws Exception {
        String code = world.freshDevice(product);
        report(code, """
                [{"ts":"2026-03-01T10:00:00Z","values":{"level":1}},
                 {"ts":"2026-03-01T10:30:00Z","values":{"level":2}},
                 {"ts":"2026-03-01T11:00:00Z","values":{"level":5}}]""");
        String path = DEVICES + "/" + code + "/series/level/readings?from=2026-03-01T10:00:00Z&to=2026-03-01T12:00:00Z";

        JsonNode plain = officer.get(path).json();
        JsonNode hourly = officer.get(path + "&bucket=PT1H").json();

        assertThat(plain.path("items")).hasSize(3);
        assertThat(plain.at("/items/0/time").asString()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(hourly.path("items")).hasSize(2);
        assertThat(hourly.at("/items/0").toString())
                .isEqualTo(
                        "{\"time\":\"2026-03-01T10:00:00Z\",\"min\":1.0,\"avg\":1.5,\"max\":2.0,\"last\":2.0,\"count\":2}");
        assertThat(officer.get(path + "&limit=1").json().at("/items/0/value").asDouble())
                .isEqualTo(5);
    }

    @Test
    void aRangeThatIsNoneIsRefused() {
        String code = world.freshDevice(product);
        String path = DEVICES + "/" + code + "/series/level/readings";

        assertThat(officer.get(path + "?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z")
                        .code())
                .isEqualTo("RANGE_FAULTY");
        assertThat(officer.get(path + "?limit=10001").code()).isEqualTo("RANGE_FAULTY");
        assertThat(officer.get(DEVICES + "/" + code + "/series/nothing/readings")
                        .code())
                .isEqualTo("PROPERTY_NOT_FOUND");
    }

    @Test
    void listsAreNarrowedAndPaged() throws Exception {
        String silent = world.freshDevice(product);
        String heard = world.freshDevice(product);
        report(heard, "{\"level\":1}");

        assertThat(codes("?product=" + product)).containsExactly(heard, silent);
        assertThat(codes("?status=online&product=" + product)).containsExactly(heard);
        assertThat(codes("?status=offline&product=" + product)).containsExactly(silent);
        assertThat(codes("?q=" + silent.toUpperCase(Locale.ROOT) + "&product=" + product))
                .containsExactly(silent);
        JsonNode page = officer.get(DEVICES + "?limit=1&product=" + product).json();
        assertThat(codes("?limit=1&product=" + product + "&cursor="
                        + page.path("next").asString()))
                .containsExactly(silent);
    }

    @Test
    void allThatIsWrongWithADeviceIsToldAtOnce() {
        Answer refused = officer.post(
                DEVICES,
                Map.of("code", "wrong-" + product, "product", "nothing", "area", "nowhere", "owner", "nobody"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("DEVICE_FAULTY");
        assertThat(refused.json().path("errors")).hasSize(3);
    }

    @Test
    void aCodeIsTakenOnce() {
        String code = world.freshDevice(product);

        assertThat(officer.post(DEVICES, Map.of("code", code, "product", product))
                        .code())
                .isEqualTo("DEVICE_EXISTS");
        assertThat(officer.post(DEVICES, Map.of("code", "a b", "product", product))
                        .code())
                .isEqualTo("DEVICE_FAULTY");
    }

    @Test
    void aDeviceIsDescribedAnewButKeepsItsProduct() {
        String code = world.freshDevice(product);

        JsonNode changed = officer.put(
                        DEVICES + "/" + code, Map.of("product", product, "title", Map.of("zh", "新名", "en", "New name")))
                .json();

        assertThat(changed.at("/title/en").asString()).isEqualTo("New name");
        assertThat(officer.put(DEVICES + "/" + code, Map.of("product", world.freshProduct()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void tokensAreIssuedInBulkForThoseThatAreThere() {
        List<String> codes = List.of(world.freshDevice(product), world.freshDevice(product));

        JsonNode tokens =
                officer.post(DEVICES + "/tokens", Map.of("devices", codes)).json();

        assertThat(tokens.at("/0/device").asString()).isEqualTo(codes.getFirst());
        assertThat(tokens.at("/1/token").asString()).startsWith("csd_");
        assertThat(officer.post(DEVICES + "/tokens", Map.of("devices", List.of("absent")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void rejectionsAndCountersAreShown() throws Exception {
        String code = world.freshDevice(product);
        report(code, "{\"pm25\":-1,\"nothing\":2}");

        JsonNode page = officer.get(DEVICES + "/" + code + "/rejections").json();

        assertThat(page.path("items")).hasSize(2);
        assertThat(page.path("values").asInt()).isEqualTo(2);
        assertThat(page.at("/items/0/title/en").asString()).isNotEmpty();
        for (JsonNode door : officer.get("/api/sense/v1/counters").json().path("items")) {
            assertThat(door.path("received").asLong())
                    .isEqualTo(door.path("stored").asLong()
                            + door.path("duplicate").asLong()
                            + door.path("rejected").asLong());
        }
    }

    @Test
    void anAlarmIsRaisedInTheAlarmCentreAndTracedBackToItsSeries() throws Exception {
        String code = world.freshDevice(product);
        report(code, """
                [{"ts":"2026-03-01T10:00:00Z","values":{"pm25":160}},
                 {"ts":"2026-03-01T12:00:00Z","values":{"pm25":170}}]""");

        JsonNode alarms = officer.get("/api/alarm/v1/alarms?state=open&subject=" + code)
                .json()
                .path("items");
        assertThat(alarms).hasSize(1);
        JsonNode trace =
                officer.get("/api/core/v1/trace/series/" + code + ":pm25").json();
        assertThat(trace.toString()).contains(alarms.at("/0/id").asString());
    }

    @Test
    void productsAndRulesAreShown() {
        assertThat(officer.get("/api/sense/v1/products/" + product)
                        .json()
                        .path("maxSilence")
                        .asString())
                .isEqualTo("PT3H");
        assertThat(officer.get("/api/sense/v1/products/" + product)
                        .json()
                        .at("/properties/0/range")
                        .toString())
                .isEqualTo("[0.0,1000.0]");
        JsonNode rule = officer.get("/api/sense/v1/rules/heavy-" + product).json();
        assertThat(rule.path("when").asString()).isEqualTo("pm25 > 150");
        assertThat(rule.path("for").asString()).isEqualTo("PT2H");
        assertThat(rule.path("severity").asInt()).isEqualTo(3);
    }

    @Test
    void anOpenScreenIsToldOfNewReadings() throws Exception {
        String code = world.freshDevice(product);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + DEVICES + "/live?device=" + code))
                .header("Authorization", "Bearer " + new TestPeople(context).token("sense:read"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines = client.send(request, HttpResponse.BodyHandlers.ofLines())
                        .body()) {
            Iterator<String> told = lines.iterator();
            assertThat(told.next()).startsWith(":");
            report(code, "{\"level\":7}");
            StringBuilder heard = new StringBuilder();
            Eventually.eventually(
                    "the reading is told", () -> heard.append(told.next()).indexOf("\"level\":7") >= 0);
            assertThat(heard.toString()).contains("event:reading").contains("\"status\":\"online\"");
        }
    }

    private List<String> codes(String query) {
        return officer.get(DEVICES + query)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
    }

    private void report(String device, String message) throws Exception {
        String token = officer.post(DEVICES + "/" + device + "/token", Map.of())
                .json()
                .path("token")
                .asString();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ports.device() + "/v1/devices/me/telemetry"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
