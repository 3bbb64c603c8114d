package org.chengshu.sense.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.sense.Door;
import org.chengshu.sense.doors.DoorContract;
import org.chengshu.sense.testing.Messages;
import org.chengshu.sense.testing.TestMqtt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MqttDoorTest extends DoorContract {
    @Autowired
    Vertx vertx;

    @Autowired
    DoorPorts ports;

    private TestMqtt client;

    @AfterEach
    void hangUp() {
        if (client != null) {
            client.close();
        }
    }

    private TestMqtt client() {
        if (client == null) {
            client = TestMqtt.connect(vertx, ports.mqtt(), world.token(device));
        }
        return client;
    }

    @Override
    protected Door door() {
        return Door.MQTT;
    }

    @Override
    protected void send(List<Sent> values) {
        client().publishAndWait(TestMqtt.DEVICE, Messages.ofDevice(values));
    }

    @Test
    void acknowledgesInTheOrderOfPublishing() {
        for (int i = 0; i < 2_000; i++) {
            client().publish(TestMqtt.DEVICE, "{\"ts\":" + (noon.toEpochMilli() + i) + ",\"values\":{\"level\":1}}");
        }

        client().awaitAcknowledgements(2_000);
        assertThat(client().acknowledged()).isEqualTo(client().published());
        assertThat(world.readings(device)).hasSize(2_000);
    }

    @Test
    void takesWhatNeedsNoAcknowledgement() {
        client().publish(TestMqtt.DEVICE, "{\"level\":7}", MqttQoS.AT_MOST_ONCE);
        send(List.of(new Sent(noon, "pm25", "1")));

        assertThat(world.readings(device)).hasSize(2);
    }

    @Test
    void whatIsPublishedElsewhereBecomesARejection() {
        client().publishAndWait("v1/devices/you/telemetry", "{\"level\":7}");

        assertThat(world.reasons(device)).containsExactly("malformed");
    }

    @Test
    void anUnknownTokenIsRefused() {
        assertThatThrownBy(() -> TestMqtt.connect(vertx, ports.mqtt(), "csd_wrong"))
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("BAD_USER_NAME_OR_PASSWORD");
    }

    @Test
    void aConnectionWithAVoidTokenIsClosed() throws Exception {
        send(List.of(new Sent(noon, "pm25", "1")));
        world.token(device);
        client().publish(TestMqtt.DEVICE, "{\"level\":7}");

        client().closed().get(10, TimeUnit.SECONDS);
        assertThat(world.readings(device)).hasSize(1);
    }
}
