package org.chengshu.sense.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.testing.Eventually;
import org.chengshu.sense.Door;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.FakeAlarms;
import org.chengshu.sense.testing.RawMqtt;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.sense.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AloneTest
class LinksTest {
    private static final Caller CALLER = new Caller(Door.MQTT, "127.0.0.1", "c", "mqtt 5");

    @Autowired
    SenseWorld world;

    @Autowired
    Links links;

    @Autowired
    LinkStore store;

    @Autowired
    DeviceRegistry registry;

    @Autowired
    DoorPorts ports;

    @Autowired
    TestClock clock;

    @Autowired
    FakeAlarms alarms;

    private String product;
    private String code;
    private KnownDevice device;

    @BeforeEach
    void registerADevice() {
        product = world.freshProduct();
        code = world.freshDevice(product);
        device = registry.find(code).orElseThrow();
    }

    private List<LinkItem> log() {
        return store.list(device.id(), new Cursor(Optional.empty(), 100)).items();
    }

    private List<String> reasons() {
        return log().stream().map(item -> item.reason().orElse("open")).toList();
    }

    private RawMqtt connect(int keepAlive, int willFlags, String will) {
        RawMqtt mqtt = RawMqtt.open(ports.mqtt(), 4);
        byte[] last = willFlags == 0 ? new byte[0] : mqtt.will("devices/me/offline", will);
        assertThat(mqtt.connect("logged", world.token(code), true, keepAlive, willFlags, last)
                        .at(1))
                .isZero();
        return mqtt;
    }

    @Test
    void comingAndGoingAreKeptWithTheReason() {
        RawMqtt polite = connect(60, 0, "");
        Eventually.eventually("it is online", () -> links.isOnline(device.id()));
        polite.goodbye();
        Eventually.eventually("it said goodbye", () -> reasons().equals(List.of("normal")));
        assertThat(links.isOnline(device.id())).isFalse();
        assertThat(log().getFirst().version()).isEqualTo("mqtt 3.1.1");
        assertThat(log().getFirst().client()).isEqualTo("logged");
        clock.advance(Duration.ofSeconds(1));

        connect(60, 4, "battery empty").close();
        Eventually.eventually("it is lost", () -> reasons().equals(List.of("lost", "normal")));
        assertThat(log().getFirst().detail()).contains("will: battery empty");
        clock.advance(Duration.ofSeconds(1));

        RawMqtt rude = connect(60, 0, "");
        rude.send(0x20, new byte[2]);
        Eventually.eventually(
                "it broke the protocol", () -> reasons().equals(List.of("protocol-error", "lost", "normal")));
        clock.advance(Duration.ofSeconds(1));

        RawMqtt old = connect(60, 0, "");
        world.token(code);
        old.send(0xC0, new byte[0]);
        Eventually.eventually("its token is void", () -> reasons().getFirst().equals("token-revoked"));
    }

    @Test
    void aDeviceThatComesAgainAndAgainIsFlappingUntilItIsCalm() {
        String rule = product + "-flapping/" + code;
        for (int i = 0; i < 12; i++) {
            links.close(links.open(device, CALLER, () -> {}), Leaving.LOST, Optional.empty());
            clock.advance(Duration.ofSeconds(1));
        }
        Eventually.eventually(
                "it flaps", () -> alarms.told().stream().anyMatch(line -> line.startsWith("raise " + rule)));
        assertThat(alarms.told().stream().filter(line -> line.startsWith("raise " + rule)))
                .hasSize(1);
        assertThat(alarms.told()).noneMatch(line -> line.startsWith("clear " + rule));

        clock.advance(Duration.ofMinutes(11));
        Eventually.eventually(
                "it is calm", () -> alarms.told().stream().anyMatch(line -> line.startsWith("clear " + rule)));
    }

    @Test
    void noMoreThanSoManyAreKept() {
        for (int i = 0; i < LinkStore.KEPT_PER_DEVICE + 50; i++) {
            links.close(links.open(device, CALLER, () -> {}), Leaving.NORMAL, Optional.empty());
            clock.advance(Duration.ofMillis(1));
        }
        Eventually.eventually(
                "the last is written and the first forgotten",
                () -> store.list(device.id(), new Cursor(Optional.empty(), 500))
                                .items()
                                .size()
                        == LinkStore.KEPT_PER_DEVICE);
    }
}
