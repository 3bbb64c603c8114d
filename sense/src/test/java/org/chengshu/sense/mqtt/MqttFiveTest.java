package org.chengshu.sense.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.testing.Eventually;
import org.chengshu.sense.Door;
import org.chengshu.sense.doors.DoorContract;
import org.chengshu.sense.mqtt.packet.Codes;
import org.chengshu.sense.testing.FakeApiTokens;
import org.chengshu.sense.testing.Messages;
import org.chengshu.sense.testing.RawMqtt;
import org.chengshu.sense.testing.RawMqtt.Packet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The door in MQTT 5: the contract of every door at quality 2, and the codes that the standard has. */
class MqttFiveTest extends DoorContract {
    private static final String TELEMETRY = "v1/devices/me/telemetry";
    private static final int[] AN_HOUR = {0x11, 0, 0, 0x0E, 0x10};

    @Autowired
    DoorPorts ports;

    @Autowired
    Vertx vertx;

    @Autowired
    FakeApiTokens programs;

    private RawMqtt client;
    private int packet;

    private RawMqtt client() {
        if (client == null) {
            client = RawMqtt.open(ports.mqtt(), 5);
            assertThat(client.connect("five", world.token(device), true, 60).at(1))
                    .isZero();
        }
        return client;
    }

    @AfterEach
    void hangUp() {
        if (client != null) {
            client.close();
        }
    }

    @Override
    protected Door door() {
        return Door.MQTT;
    }

    @Override
    protected void send(List<Sent> values) {
        packet++;
        client().publish(TELEMETRY, Messages.ofDevice(values), 2, packet);
        assertThat(client().read().first()).isEqualTo(0x50);
        client().release(packet);
        assertThat(client().read().first()).isEqualTo(0x70);
    }

    @Test
    void saysWhatItOffersWhenAClientConnects() {
        RawMqtt other = RawMqtt.open(ports.mqtt(), 5);
        Packet answer = other.connect("", world.token(device), true, 60);

        assertThat(answer.type()).isEqualTo(2);
        assertThat(answer.at(1)).isZero();
        assertThat(answer.text()).contains("auto-");
        other.goodbye();
    }

    @Test
    void refusesAnUnknownTokenWithItsCode() {
        RawMqtt other = RawMqtt.open(ports.mqtt(), 5);
        assertThat(other.connect("x", "csd_wrong", true, 60).at(1)).isEqualTo(Codes.BAD_USER_NAME);
        assertThat(other.isClosed()).isTrue();
    }

    @Test
    void aMessageThatCannotBeReadIsRefusedWithItsCodeAndKept() {
        client().publish(TELEMETRY, "{\"pm25\":", 1, 7);
        Packet answer = client().read();

        assertThat(answer.number()).isEqualTo(7);
        assertThat(answer.code()).isEqualTo(Codes.PAYLOAD_INVALID);
        assertThat(world.reasons(device)).containsExactly("malformed");
    }

    @Test
    void aForeignTopicIsRefusedWithItsCode() {
        client().publish("v1/devices/other/telemetry", "{\"pm25\":1}", 1, 7);
        assertThat(client().read().code()).isEqualTo(Codes.NOT_AUTHORIZED);
        client().publish("devices/another/telemetry", "{\"pm25\":1}", 2, 8);
        assertThat(client().read().code()).isEqualTo(Codes.NOT_AUTHORIZED);
        assertThat(world.readings(device)).isEmpty();
    }

    @Test
    void whatIsSentAgainAtQualityTwoIsTakenOnceAlsoByTheNextConnection() {
        String token = world.token(device);
        RawMqtt first = RawMqtt.open(ports.mqtt(), 5);
        first.connect("twice", token, true, 60, AN_HOUR);
        first.publish(TELEMETRY, "{\"level\":1}", 2, 5);
        assertThat(first.read().first()).isEqualTo(0x50);
        first.publish(0x3C, TELEMETRY, "{\"level\":1}", 5);
        assertThat(first.read().first()).isEqualTo(0x50);
        first.close();

        RawMqtt second = RawMqtt.open(ports.mqtt(), 5);
        Packet answer = second.connect("twice", token, false, 60, AN_HOUR);
        assertThat(answer.at(0)).as("session present").isEqualTo(1);
        clock.advance(java.time.Duration.ofSeconds(1));
        second.publish(0x3C, TELEMETRY, "{\"level\":1}", 5);
        assertThat(second.read().first()).isEqualTo(0x50);
        second.release(5);
        assertThat(second.read().first()).isEqualTo(0x70);
        assertThat(world.readings(device)).hasSize(1);

        second.publish(TELEMETRY, "{\"level\":2}", 2, 5);
        assertThat(second.read().first()).isEqualTo(0x50);
        assertThat(world.readings(device)).hasSize(2);
        second.close();
    }

    @Test
    void aSessionIsTakenOverByTheSameClientOnly() {
        String token = world.token(device);
        RawMqtt first = RawMqtt.open(ports.mqtt(), 5);
        first.connect("same", token, true, 60);
        RawMqtt other = RawMqtt.open(ports.mqtt(), 5);
        other.connect("another", token, true, 60);
        RawMqtt second = RawMqtt.open(ports.mqtt(), 5);
        assertThat(second.connect("same", token, true, 60).at(1)).isZero();

        Packet last = first.read();
        assertThat(last.type()).isEqualTo(14);
        assertThat(last.at(0)).isEqualTo(Codes.TAKEN_OVER);
        other.send(0xC0, new byte[0]);
        assertThat(other.read().type()).isEqualTo(13);
        second.goodbye();
        other.goodbye();
    }

    @Test
    void aliasesStandForTopicsWithinTheirBounds() {
        client().publish(TELEMETRY, "{\"level\":1}", 1, 1, 0x23, 0, 3);
        assertThat(client().read().code()).isZero();
        clock.advance(java.time.Duration.ofSeconds(1));
        client().publish("", "{\"level\":2}", 1, 2, 0x23, 0, 3);
        assertThat(client().read().code()).isZero();
        assertThat(world.readings(device)).hasSize(2);

        client().publish(TELEMETRY, "{\"level\":3}", 1, 3, 0x23, 0, 17);
        assertThat(client().read().at(0)).isEqualTo(Codes.TOPIC_ALIAS_INVALID);
    }

    @Test
    void whatIsRetainedEndsTheConnection() {
        client().publish(0x33, TELEMETRY, "{\"level\":3}", 3);
        Packet last = client().read();
        assertThat(last.type()).isEqualTo(14);
        assertThat(last.at(0)).isEqualTo(Codes.RETAIN_NOT_SUPPORTED);
        assertThat(client().isClosed()).isTrue();
    }

    @Test
    void aDeviceSubscribesToItsOwnTopicsOnly() {
        assertThat(client().subscribed("v1/devices/me/rpc/request/+", 2)).isEqualTo(1);
        assertThat(client().subscribed("devices/" + device + "/#", 0)).isZero();
        assertThat(client().subscribed("devices/another/#", 0)).isEqualTo(Codes.NOT_AUTHORIZED);
        assertThat(client().subscribed("#", 0)).isEqualTo(Codes.NOT_AUTHORIZED);
        assertThat(client().subscribed("live/#", 0)).isEqualTo(Codes.NOT_AUTHORIZED);
        assertThat(client().subscribed("$share/g/devices/" + device + "/#", 0)).isEqualTo(Codes.SHARED_NOT_SUPPORTED);
        assertThat(client().subscribed("devices/" + device + "/a#", 0)).isEqualTo(Codes.TOPIC_FILTER_INVALID);
    }

    @Test
    void userPropertiesAreIgnored() {
        client().publish(TELEMETRY, "{\"level\":1}", 1, 1, 0x26, 0, 1, 'a', 0, 1, 'b');
        assertThat(client().read().code()).isZero();
    }

    @Test
    void theWillOfALostDeviceIsTakenAsSaid() {
        RawMqtt lost = RawMqtt.open(ports.mqtt(), 5);
        Packet answer = lost.connect(
                "mortal", world.token(device), true, 60, 0x04, lost.will(TELEMETRY, "{\"note\":\"lost\"}"));
        assertThat(answer.at(1)).isZero();
        lost.close();

        Eventually.eventually("the will is stored", () -> world.readings(device).size() == 1);
        assertThat(world.readings(device).getFirst()).endsWith("lost");
    }

    @Test
    void aWillForAForeignTopicIsRefused() {
        RawMqtt other = RawMqtt.open(ports.mqtt(), 5);
        assertThat(other.connect("x", world.token(device), true, 60, 0x04, other.will("devices/b/telemetry", "{}"))
                        .at(1))
                .isEqualTo(Codes.NOT_AUTHORIZED);
        RawMqtt retaining = RawMqtt.open(ports.mqtt(), 5);
        assertThat(retaining
                        .connect("x", world.token(device), true, 60, 0x24, retaining.will(TELEMETRY, "{}"))
                        .at(1))
                .isEqualTo(Codes.RETAIN_NOT_SUPPORTED);
    }

    @Test
    void aSilentClientIsLetGoAfterHalfAgainItsKeepAlive() {
        RawMqtt quiet = RawMqtt.open(ports.mqtt(), 5);
        quiet.connect("quiet", world.token(device), true, 1);
        Packet last = quiet.read();
        assertThat(last.type()).isEqualTo(14);
        assertThat(last.at(0)).isEqualTo(Codes.KEEP_ALIVE);
    }

    @Test
    void tooManyUnacknowledgedMessagesEndTheConnection() {
        StringBuilder seen = new StringBuilder();
        for (int i = 1; i <= 3_000; i++) {
            try {
                client().publish(TELEMETRY, "{\"level\":1}", 1, i);
            } catch (java.io.UncheckedIOException e) {
                break;
            }
        }
        Packet last = client().read();
        while (last.type() == 4) {
            last = client().read();
            if (last.type() == 4 && last.number() == 3_000) {
                seen.append("all were acknowledged in time");
                break;
            }
        }
        assertThat(last.type() == 14 ? last.at(0) : Codes.RECEIVE_MAXIMUM_EXCEEDED)
                .as(seen.toString())
                .isEqualTo(Codes.RECEIVE_MAXIMUM_EXCEEDED);
    }

    @Test
    void jetLinksAndPlainTopicsAreHeardAsWell() {
        Instant time = noon;
        client().publish(
                        "/" + product + "/" + device + "/properties/report",
                        "{\"messageId\":\"1\",\"timestamp\":" + time.toEpochMilli()
                                + ",\"properties\":{\"pm25\":36.5}}",
                        1,
                        1);
        assertThat(client().read().code()).isZero();
        client().publish(
                        "devices/" + device + "/telemetry",
                        "{\"ts\":" + time.toEpochMilli() + ",\"values\":{\"level\":2}}",
                        1,
                        2);
        assertThat(client().read().code()).isZero();
        client().publish(
                        "/" + product + "/" + device + "/event/note",
                        "{\"timestamp\":" + time.toEpochMilli() + ",\"data\":{\"a\":1}}",
                        1,
                        3);
        assertThat(client().read().code()).isZero();
        client().publish(
                        "/" + product + "/" + device + "/event/level",
                        "{\"timestamp\":" + (time.toEpochMilli() + 1000) + ",\"data\":7}",
                        1,
                        4);
        assertThat(client().read().code()).isZero();

        assertThat(world.readings(device))
                .containsExactly(
                        "level " + time + " 2",
                        "level " + time.plusSeconds(1) + " 7",
                        "note " + time + " {\"a\":1}",
                        "pm25 " + time + " 36.5");
    }
}
