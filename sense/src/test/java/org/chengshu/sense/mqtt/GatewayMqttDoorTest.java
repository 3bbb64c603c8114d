package org.chengshu.sense.mqtt;

import io.vertx.core.Vertx;
import java.util.List;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.sense.Door;
import org.chengshu.sense.doors.DoorContract;
import org.chengshu.sense.testing.FakeApiTokens;
import org.chengshu.sense.testing.Messages;
import org.chengshu.sense.testing.TestMqtt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

class GatewayMqttDoorTest extends DoorContract {
    @Autowired
    Vertx vertx;

    @Autowired
    DoorPorts ports;

    @Autowired
    FakeApiTokens programs;

    private TestMqtt client;

    @BeforeEach
    void connect() {
        client = TestMqtt.connect(vertx, ports.mqtt(), programs.give("/", "sense:ingest"));
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Override
    protected Door door() {
        return Door.GATEWAY_MQTT;
    }

    @Override
    protected void send(List<Sent> values) {
        client.publishAndWait(TestMqtt.GATEWAY, Messages.ofGateway(device, values));
    }
}
