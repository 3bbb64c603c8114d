package org.chengshu.sense.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.sense.Door;
import org.chengshu.sense.testing.FakeApiTokens;
import org.chengshu.sense.testing.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GatewayHttpDoorTest extends DoorContract {
    private static final String PATH = "/v1/gateway/telemetry";

    @Autowired
    DoorPorts ports;

    @Autowired
    FakeApiTokens programs;

    private DoorHttp http;
    private String token;

    @BeforeEach
    void takeAToken() {
        http = new DoorHttp(ports);
        token = programs.give("/", "sense:ingest");
    }

    @Override
    protected Door door() {
        return Door.GATEWAY_HTTP;
    }

    @Override
    protected void send(List<Sent> values) {
        assertThat(http.post(PATH, token, Messages.ofGateway(device, values)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDeviceOutsideTheGatewaysAreaIsAsGoodAsAbsent() {
        String east = world.freshDevice(product, "east");
        String west = world.freshDevice(product, "west");
        String gateway = programs.give("/west/", "sense:*");
        String body = "[{\"device\":\"" + east + "\",\"values\":{\"pm25\":1}},{\"device\":\"" + west
                + "\",\"values\":{\"pm25\":2}}]";

        assertThat(http.post(PATH, gateway, body).body())
                .isEqualTo("{\"stored\":1,\"duplicate\":0,\"rejected\":1,\"late\":0}");
        assertThat(world.readings(east)).isEmpty();
        assertThat(world.readings(west)).hasSize(1);
    }
}
