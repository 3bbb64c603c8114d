package org.chengshu.sense.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.testing.Eventually;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.RawMqtt;
import org.chengshu.sense.testing.RawMqtt.Packet;
import org.chengshu.sense.testing.SenseWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@AloneTest
class TwinsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final IfMatch ANY = IfMatch.of("*");

    @Autowired
    SenseWorld world;

    @Autowired
    TwinDesk desk;

    @Autowired
    DeviceRegistry registry;

    @Autowired
    DoorPorts ports;

    private String code;
    private String product;
    private KnownDevice device;

    @BeforeEach
    void registerADevice() {
        product = world.freshProduct();
        code = world.freshDevice(product);
        device = registry.find(code).orElseThrow();
    }

    private TwinView desire(String state, IfMatch version) {
        return desk.desire(device, JSON.readTree("{\"desired\":" + state + "}"), version, Viewer.system());
    }

    private RawMqtt connect() {
        RawMqtt mqtt = RawMqtt.open(ports.mqtt(), 5);
        assertThat(mqtt.connect("twin", world.token(code), true, 60).at(1)).isZero();
        return mqtt;
    }

    @Test
    void whatIsWantedReachesTheDeviceWhenItComesUntilItSaysItIsSo() {
        desire("{\"level\":80,\"mode\":\"night\"}", ANY);
        RawMqtt mqtt = connect();
        mqtt.subscribed("v1/devices/me/attributes", 1);
        Packet wish = mqtt.read();
        assertThat(wish.topic()).isEqualTo("v1/devices/me/attributes");
        assertThat(JSON.readTree(wish.payload(5))).isEqualTo(JSON.readTree("{\"level\":80,\"mode\":\"night\"}"));
        assertThat(desk.get(device).inSync()).isFalse();

        mqtt.publish("v1/devices/me/attributes", "{\"level\":80,\"mode\":\"day\"}", 1, 1);
        assertThat(mqtt.read().code()).isZero();
        TwinView half = desk.get(device);
        assertThat(half.attributes().stream().map(TwinView.Attribute::inSync).toList())
                .isEqualTo(List.of(true, false));
        mqtt.publish("v1/devices/me/attributes", "{\"mode\":\"night\"}", 1, 2);
        assertThat(mqtt.read().code()).isZero();
        assertThat(desk.get(device).inSync()).isTrue();
        mqtt.goodbye();
    }

    @Test
    void aWishGoesOutAtOnceToWhoIsThere() {
        RawMqtt mqtt = connect();
        mqtt.subscribed("/" + product + "/" + code + "/properties/write", 1);
        desire("{\"level\":5}", ANY);
        assertThat(mqtt.read().payload(5)).contains("\"properties\":{\"level\":5}");
        mqtt.publish(
                "/" + product + "/" + code + "/properties/write/reply",
                "{\"messageId\":\"state\",\"success\":true,\"properties\":{\"level\":5}}",
                1,
                1);
        Eventually.eventually("the device says so", () -> desk.get(device).inSync());
        mqtt.close();
    }

    @Test
    void ofTwoWhoChangeItTheSecondIsTold() {
        TwinView first = desire("{\"level\":1}", IfMatch.of("\"v0\""));
        assertThat(first.version()).isEqualTo(1);
        assertThatThrownBy(() -> desire("{\"level\":2}", IfMatch.of("\"v0\""))).isInstanceOf(Fault.class);
        desire("{\"level\":null}", IfMatch.of("\"v1\""));
        assertThat(desk.get(device).attributes()).isEmpty();
    }

    @Test
    void stateThatIsNoneIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> desire("{\"\":1,\"long\":\"" + "x".repeat(5_000) + "\"}", ANY))
                .isInstanceOfSatisfying(
                        FaultyInput.class, fault -> assertThat(fault.faults()).hasSize(2));
        assertThat(desk.report(device, JSON.readTree("[1]"))).isPresent();
        assertThat(desk.report(device, JSON.readTree("{\"a\":\"\\u0000\"}"))).isPresent();
    }
}
