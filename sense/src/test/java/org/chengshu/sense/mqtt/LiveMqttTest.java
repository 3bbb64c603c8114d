package org.chengshu.sense.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengshu.core.doors.DoorPorts;
import org.chengshu.sense.mqtt.packet.Codes;
import org.chengshu.sense.mqtt.packet.Outbox;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.FakeApiTokens;
import org.chengshu.sense.testing.RawMqtt;
import org.chengshu.sense.testing.RawMqtt.Packet;
import org.chengshu.sense.testing.SenseWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AloneTest
class LiveMqttTest {
    private static final String TELEMETRY = "v1/devices/me/telemetry";

    @Autowired
    SenseWorld world;

    @Autowired
    DoorPorts ports;

    @Autowired
    FakeApiTokens programs;

    private RawMqtt program;
    private String east;
    private String west;

    @BeforeEach
    void registerDevices() {
        String product = world.freshProduct();
        east = world.freshDevice(product, "east");
        west = world.freshDevice(product, "west");
    }

    @AfterEach
    void hangUp() {
        program.close();
    }

    private void connect(String token) {
        program = RawMqtt.open(ports.mqtt(), 5);
        assertThat(program.connect("viewer-" + east, token, true, 60).at(1)).isZero();
    }

    private void report(String device, String message) {
        RawMqtt sender = RawMqtt.open(ports.mqtt(), 5);
        sender.connect("sender", world.token(device), true, 60);
        sender.publish(TELEMETRY, message, 1, 1);
        assertThat(sender.read().code()).isZero();
        sender.goodbye();
    }

    @Test
    void aProgramHearsWhatItMaySee() {
        connect(programs.give("/west/", "sense:read"));
        assertThat(program.subscribed("live/devices/+", 0)).isZero();

        report(east, "{\"level\":1}");
        report(west, "{\"level\":2}");

        Packet news = program.read();
        assertThat(news.topic()).isEqualTo("live/devices/" + west);
        assertThat(news.payload(5)).contains("\"device\":\"" + west + "\"").contains("\"level\":2.0");
    }

    @Test
    void anAreaIsHeardAtQualityOneWithItsDevices() {
        connect(programs.give("/", "sense:read"));
        assertThat(program.subscribed("live/areas/east/#", 2)).isEqualTo(1);

        report(west, "{\"level\":1}");
        report(east, "{\"level\":2}");

        Packet news = program.read();
        assertThat(news.topic()).isEqualTo("live/areas/east/" + east);
        assertThat(news.qos()).isEqualTo(1);
        program.acknowledge(news.packet());
    }

    @Test
    void whatLiesOutsideItsRightsIsRefused() {
        connect(programs.give("/west/", "sense:read"));

        assertThat(program.subscribed("live/areas/east/#", 0)).isEqualTo(Codes.NOT_AUTHORIZED);
        assertThat(program.subscribed("live/devices/" + east, 0)).isEqualTo(Codes.NOT_AUTHORIZED);
        assertThat(program.subscribed("live/areas/nowhere/#", 0)).isEqualTo(Codes.NOT_AUTHORIZED);
        assertThat(program.subscribed("v1/gateway/rpc", 0)).isEqualTo(Codes.NOT_AUTHORIZED);
        assertThat(program.subscribed("live/devices/" + west, 0)).isZero();
        program.publish("v1/gateway/telemetry", "[]", 1, 3);
        assertThat(program.read().code()).isEqualTo(Codes.NOT_AUTHORIZED);
    }

    @Test
    void aProgramWithNeitherRightIsNotLetIn() {
        program = RawMqtt.open(ports.mqtt(), 5);
        assertThat(program.connect("nobody", programs.give("/", "alarm:read"), true, 60)
                        .at(1))
                .isEqualTo(Codes.NOT_AUTHORIZED);
    }

    @Test
    void whoDoesNotTakeWhatItAskedForIsLetGoAndHoldsUpNobody() {
        program = RawMqtt.open(ports.mqtt(), 5);
        program.connect("slow", programs.give("/", "sense:read"), true, 0, 0x21, 0, 1);
        program.subscribed("live/devices/" + west, 1);

        RawMqtt sender = RawMqtt.open(ports.mqtt(), 5);
        sender.connect("sender", world.token(west), true, 60);
        for (int i = 1; i <= Outbox.MOST_WAITING + 10; i++) {
            sender.publish(TELEMETRY, "{\"ts\":" + (1_700_000_000_000L + i) + ",\"values\":{\"level\":1}}", 1, i);
            assertThat(sender.read().code()).isZero();
        }
        sender.goodbye();

        assertThat(program.read().type()).isEqualTo(3);
        Packet last = program.read();
        assertThat(last.type()).isEqualTo(14);
        assertThat(last.at(0)).isEqualTo(Codes.QUOTA_EXCEEDED);
        assertThat(world.readings(west)).hasSize(Outbox.MOST_WAITING + 10);
    }
}
