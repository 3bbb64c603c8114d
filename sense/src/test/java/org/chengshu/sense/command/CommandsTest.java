package org.chengshu.sense.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.testing.Eventually;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.FakeApiTokens;
import org.chengshu.sense.testing.FakeLive;
import org.chengshu.sense.testing.RawMqtt;
import org.chengshu.sense.testing.RawMqtt.Packet;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.sense.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AloneTest
class CommandsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int[] AN_HOUR = {0x11, 0, 0, 0x0E, 0x10};

    @Autowired
    SenseWorld world;

    @Autowired
    CommandDesk desk;

    @Autowired
    CommandStore store;

    @Autowired
    DeviceRegistry registry;

    @Autowired
    DoorPorts ports;

    @Autowired
    TestClock clock;

    @Autowired
    FakeLive live;

    @Autowired
    FakeApiTokens programs;

    private String product;
    private String code;
    private String token;
    private KnownDevice device;

    @BeforeEach
    void registerADevice() {
        product = world.freshProduct();
        code = world.freshDevice(product, "west");
        token = world.token(code);
        device = registry.find(code).orElseThrow();
    }

    private CommandView order(String json) {
        return desk.send(device, JSON.readTree(json), Viewer.system());
    }

    private CommandView now(CommandView before) {
        return store.find(device.id(), code, before.id()).orElseThrow();
    }

    private void eventually(CommandView command, CommandState state) {
        Eventually.eventually("the command is " + state, () -> now(command).state() == state);
    }

    private RawMqtt connect(String client, boolean clean, int... properties) {
        RawMqtt mqtt = RawMqtt.open(ports.mqtt(), 5);
        assertThat(mqtt.connect(client, token, clean, 60, properties).at(1)).isZero();
        return mqtt;
    }

    @Test
    void isSentToTheConnectedDeviceAndItsReplyIsKept() {
        RawMqtt mqtt = connect("a", true);
        mqtt.subscribed("devices/" + code + "/commands", 1);
        CommandView command = order("{\"name\":\"switch\",\"arguments\":{\"on\":true,\"level\":40}}");

        Packet packet = mqtt.read();
        assertThat(packet.topic()).isEqualTo("devices/" + code + "/commands");
        JsonNode sent = JSON.readTree(packet.payload(5));
        assertThat(sent.path("id").asInt()).isEqualTo(command.id());
        assertThat(sent.path("name").asString()).isEqualTo("switch");
        assertThat(sent.at("/arguments/level").asInt()).isEqualTo(40);
        assertThat(now(command).state()).isEqualTo(CommandState.SENT);
        mqtt.acknowledge(packet.packet());
        mqtt.publish("devices/" + code + "/commands/" + command.id() + "/reply", "{\"ok\":true}", 1, 1);

        assertThat(mqtt.read().code()).isZero();
        CommandView answered = now(command);
        assertThat(answered.state()).isEqualTo(CommandState.ANSWERED);
        assertThat(answered.reply().orElseThrow().path("ok").asBoolean()).isTrue();
        assertThat(answered.door()).contains("mqtt");
        assertThat(live.published()).anyMatch(line -> line.startsWith("command:" + code));
        mqtt.goodbye();
    }

    @Test
    void waitsForTheDeviceToCome() {
        CommandView command = order("{\"name\":\"switch\",\"arguments\":{\"on\":false}}");
        assertThat(now(command).state()).isEqualTo(CommandState.QUEUED);

        RawMqtt mqtt = connect("late", true);
        mqtt.subscribed("v1/devices/me/rpc/request/+", 1);
        Packet packet = mqtt.read();
        assertThat(packet.topic()).isEqualTo("v1/devices/me/rpc/request/" + command.id());
        assertThat(packet.payload(5)).isEqualTo("{\"method\":\"switch\",\"params\":{\"on\":false}}");
        mqtt.publish("v1/devices/me/rpc/response/" + command.id(), "\"done\"", 1, 1);
        eventually(command, CommandState.ANSWERED);
        mqtt.close();
    }

    @Test
    void speaksJetLinksToThoseWhoDo() {
        RawMqtt mqtt = connect("jet", true);
        String topic = "/" + product + "/" + code + "/function/invoke";
        mqtt.subscribed(topic, 0);
        CommandView command = order("{\"name\":\"switch\",\"arguments\":{\"on\":true}}");

        Packet packet = mqtt.read();
        JsonNode sent = JSON.readTree(packet.payload(5));
        assertThat(sent.path("messageId").asString()).isEqualTo(String.valueOf(command.id()));
        assertThat(sent.at("/inputs/0/name").asString()).isEqualTo("on");
        mqtt.publish(
                topic + "/reply",
                "{\"messageId\":\"" + command.id() + "\",\"success\":false,\"message\":\"blown\"}",
                1,
                1);
        eventually(command, CommandState.REFUSED);
        assertThat(now(command).error()).contains("blown");
        mqtt.close();
    }

    @Test
    void aSessionThatWasLeftGetsWhatItHasNotAcknowledgedAgain() {
        RawMqtt first = connect("kept", true, AN_HOUR);
        first.subscribed("devices/me/commands", 1);
        CommandView command = order("{\"name\":\"switch\",\"arguments\":{\"on\":true},\"timeout\":\"PT1H\"}");
        Packet sent = first.read();
        first.close();

        RawMqtt second = connect("kept", false, AN_HOUR);
        Packet again = second.read();
        assertThat(again.again()).isTrue();
        assertThat(again.packet()).isEqualTo(sent.packet());
        assertThat(again.payload(5)).isEqualTo(sent.payload(5));
        second.acknowledge(again.packet());
        CommandView next = order("{\"name\":\"switch\",\"arguments\":{\"on\":false}}");
        assertThat(second.read().payload(5)).contains("\"id\":" + next.id());
        assertThat(now(command).attempts()).isEqualTo(1);
        second.goodbye();
    }

    @Test
    void isSentAgainAsOftenAsAskedAndThenTimesOut() {
        RawMqtt mqtt = connect("deaf", true);
        mqtt.subscribed("devices/me/commands", 0);
        CommandView command =
                order("{\"name\":\"switch\",\"arguments\":{\"on\":true},\"timeout\":\"PT10S\",\"retries\":1}");
        mqtt.read();
        clock.advance(Duration.ofSeconds(11));
        desk.passTime();
        mqtt.read();
        assertThat(now(command).attempts()).isEqualTo(2);
        clock.advance(Duration.ofSeconds(11));
        desk.passTime();
        eventually(command, CommandState.TIMED_OUT);
        mqtt.close();
    }

    @Test
    void timesOutWhenTheDeviceDoesNotCome() {
        CommandView command =
                order("{\"name\":\"switch\",\"arguments\":{\"on\":true},\"validFor\":\"PT1M\",\"retries\":3}");
        clock.advance(Duration.ofMinutes(2));
        desk.passTime();

        assertThat(now(command).state()).isEqualTo(CommandState.TIMED_OUT);
        assertThat(now(command).attempts()).isZero();
    }

    @Test
    void aCommandThatDoesNotFitTheThingModelIsRefusedWithEverythingWrong() {
        assertThatThrownBy(() -> order("{\"name\":\"switch\",\"arguments\":{\"level\":101,\"colour\":\"red\"},"
                        + "\"timeout\":\"PT2H\",\"retries\":11}"))
                .isInstanceOfSatisfying(FaultyInput.class, fault -> assertThat(
                                fault.faults().stream().map(one -> one.place()).toList())
                        .containsExactlyInAnyOrder(
                                "/arguments/on", "/arguments/level", "/arguments/colour", "/timeout", "/retries"));
        assertThatThrownBy(() -> order("{\"name\":\"explode\"}")).isInstanceOf(Fault.class);
    }

    @Test
    void onlySoManyWaitForADevice() {
        for (int i = 0; i < CommandDesk.MOST_OPEN; i++) {
            order("{\"name\":\"switch\",\"arguments\":{\"on\":true}}");
        }
        assertThatThrownBy(() -> order("{\"name\":\"switch\",\"arguments\":{\"on\":true}}"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("100");
    }

    @Test
    void isFetchedOverHttpByWhoWaitsForIt() throws Exception {
        CompletableFuture<HttpResponse<String>> waits = http("GET", "/rpc?timeout=20000", "");
        CommandView command = order("{\"name\":\"switch\",\"arguments\":{\"on\":true}}");

        HttpResponse<String> call = waits.get();
        assertThat(call.statusCode()).isEqualTo(200);
        assertThat(call.body())
                .isEqualTo("{\"id\":" + command.id() + ",\"method\":\"switch\",\"params\":{\"on\":true}}");
        assertThat(http("POST", "/rpc/" + command.id(), "{\"done\":1}").get().statusCode())
                .isEqualTo(200);
        assertThat(now(command).state()).isEqualTo(CommandState.ANSWERED);
        assertThat(http("GET", "/rpc?timeout=50", "").get().statusCode()).isEqualTo(408);
    }

    @Test
    void stateIsWantedReportedAndComparedOverHttpAsThingsBoardHasIt() throws Exception {
        assertThat(http("POST", "/attributes", "{\"firmware\":\"1.2\",\"on\":true}")
                        .get()
                        .statusCode())
                .isEqualTo(200);
        assertThat(http("GET", "/attributes?clientKeys=firmware,none&sharedKeys=level", "")
                        .get()
                        .body())
                .isEqualTo("{\"client\":{\"firmware\":\"1.2\"},\"shared\":{}}");
        assertThat(http("POST", "/attributes", "[1]").get().statusCode()).isEqualTo(400);
        assertThat(http("POST", "/rpc", "{\"method\":\"getCurrentTime\",\"params\":{}}")
                        .get()
                        .body())
                .isEqualTo("{\"time\":" + clock.instant().toEpochMilli() + "}");
        assertThat(http("POST", "/telemetry", "{\"level\":3}").get().body()).contains("\"stored\":1");
    }

    @Test
    void aGatewayCarriesCommandsToItsDevices() {
        RawMqtt gateway = RawMqtt.open(ports.mqtt(), 3 + 1);
        gateway.connect("gw", programs.give("/west/", "sense:ingest"), true, 60);
        gateway.subscribe(1, "v1/gateway/rpc", 1);
        assertThat(gateway.read().type()).isEqualTo(9);
        gateway.publish("v1/gateway/connect", "{\"device\":\"" + code + "\"}", 1, 1);
        assertThat(gateway.read().type()).isEqualTo(4);
        CommandView command = order("{\"name\":\"switch\",\"arguments\":{\"on\":true}}");

        Packet packet = gateway.read();
        assertThat(packet.topic()).isEqualTo("v1/gateway/rpc");
        JsonNode sent = JSON.readTree(packet.payload(4));
        assertThat(sent.path("device").asString()).isEqualTo(code);
        assertThat(sent.at("/data/id").asInt()).isEqualTo(command.id());
        gateway.acknowledge(packet.packet());
        gateway.publish(
                "v1/gateway/rpc",
                "{\"device\":\"" + code + "\",\"id\":" + command.id() + ",\"data\":{\"success\":true}}",
                1,
                2);
        eventually(command, CommandState.ANSWERED);
        gateway.goodbye();
    }

    private CompletableFuture<HttpResponse<String>> http(String method, String path, String body) {
        URI uri = URI.create("http://127.0.0.1:" + ports.device() + "/api/v1/" + token + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
