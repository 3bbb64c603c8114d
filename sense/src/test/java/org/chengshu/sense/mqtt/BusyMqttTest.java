package org.chengshu.sense.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.testing.Eventually;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Intake;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.SenseWorld;
import org.chengshu.sense.testing.TestMqtt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AloneTest
class BusyMqttTest {
    private static final int MESSAGES = 3_000;

    @Autowired
    Vertx vertx;

    @Autowired
    MqttParts parts;

    @Autowired
    Reception reception;

    @Autowired
    Intake intake;

    @Autowired
    SenseWorld world;

    private final DoorPorts ports = new DoorPorts();
    private MqttDoor door;
    private OftenBusy busy;

    @BeforeEach
    void openADoorOnABusyIntake() throws IOException {
        busy = new OftenBusy(intake);
        door = new MqttDoor(vertx, settings(), ports, parts, reception, busy, new SimpleMeterRegistry());
        door.start();
    }

    @AfterEach
    void shut() {
        door.stop();
    }

    @Test
    void stopsReadingWhileTheIntakeIsBusyAndLosesNothing() {
        String device = world.freshDevice(world.freshProduct());
        TestMqtt client = TestMqtt.connect(vertx, ports.mqtt(), world.token(device));
        for (int i = 0; i < MESSAGES; i++) {
            client.publish(TestMqtt.DEVICE, "{\"ts\":" + (1_700_000_000_000L + i) + ",\"values\":{\"level\":1}}");
        }
        Eventually.eventually("it was busy a few times", () -> busy.refused.get() > 5);
        assertThat(busy.met).hasSize(1);
        busy.open = true;

        client.awaitAcknowledgements(MESSAGES);
        assertThat(client.acknowledged()).isEqualTo(client.published());
        assertThat(world.readings(device)).hasSize(MESSAGES);
        client.close();
    }

    private static CitySettings settings() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return new CitySettings(
                    Path.of("."), Optional.empty(), "127.0.0.1", 0, 0, free.getLocalPort(), ZoneOffset.UTC, false);
        }
    }

    /** Refuses everything until it is opened, and notes which deliveries it met. */
    private static final class OftenBusy implements Intake {
        private final Intake real;
        private final AtomicInteger refused = new AtomicInteger();
        private final Set<Delivery> met = ConcurrentHashMap.newKeySet();
        private volatile boolean open;

        OftenBusy(Intake real) {
            this.real = real;
        }

        @Override
        public Answer offer(Delivery delivery) {
            if (open) {
                return real.offer(delivery);
            }
            refused.incrementAndGet();
            met.add(new Delivery(delivery.door(), Instant.EPOCH, delivery.reports(), delivery.strayFaults()));
            return new Busy(Duration.ofSeconds(1));
        }
    }
}
