package org.chengshu.sense.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chengshu.core.doors.DoorPorts;
import org.chengshu.core.testing.Eventually;
import org.chengshu.sense.testing.AloneTest;
import org.chengshu.sense.testing.RawMqtt;
import org.chengshu.sense.testing.RawMqtt.Packet;
import org.chengshu.sense.testing.SenseWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever bytes come: the door stands, lets nobody hang, and loses no buffer. */
@AloneTest
class MqttFuzzTest {
    private static final long SEED = 20260301;
    private static final int CONNECTIONS = 200;
    private static final int MESSAGES = 500;
    private static final String[] TOPICS = {
        "v1/devices/me/telemetry",
        "v1/devices/me/attributes",
        "v1/devices/me/attributes/request/1",
        "v1/devices/me/rpc/request/1",
        "v1/devices/me/rpc/response/1",
        "v1/gateway/telemetry",
        "v1/gateway/attributes",
        "v1/gateway/attributes/request",
        "v1/gateway/rpc",
        "v1/gateway/connect",
        "devices/me/events/note",
        "devices/me/state",
        "devices/me/commands/7/reply",
        "/P/D/properties/report",
        "/P/D/event/note",
        "/P/D/properties/write/reply",
        "/P/D/function/invoke/reply",
        "/P/D/child/x/properties/report"
    };
    private static final String[] JSON = {
        "{\"ts\":1700000000000,\"values\":{\"pm25\":12.5,\"note\":\"x\"}}",
        "{\"properties\":{\"pm25\":1,\"on\":true},\"timestamp\":1700000000000,\"messageId\":\"1\"}",
        "{\"data\":{\"a\":[1,2,{\"b\":null}]},\"timestamp\":\"2026-01-01T00:00:00Z\"}",
        "{\"device\":\"x\",\"id\":1,\"data\":{\"ok\":true},\"client\":true,\"keys\":[\"a\"]}",
        "{\"messageId\":\"7\",\"success\":false,\"output\":\"\\ud800\",\"message\":\"\\u0000\"}",
        "{\"clientKeys\":\"a,b\",\"sharedKeys\":\"c\",\"method\":\"getCurrentTime\"}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "{\"\\ud800\":1e999,\"a\":-0.0,\"b\":123456789012345678901234567890}",
        ""
    };

    @Autowired
    SenseWorld world;

    @Autowired
    DoorPorts ports;

    @Autowired
    MeterRegistry meters;

    private final ListAppender<ILoggingEvent> leaks = new ListAppender<>();
    private final Logger leakLog = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
    private final Random random = new Random(SEED);
    private String product;
    private String device;
    private String token;

    @BeforeEach
    void watchForLeaks() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        leaks.start();
        leakLog.addAppender(leaks);
        product = world.freshProduct();
        device = world.freshDevice(product);
        token = world.token(device);
    }

    @AfterEach
    void watchNoMore() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
        leakLog.detachAppender(leaks);
    }

    @Test
    void survivesPacketsThatAreNone() {
        List<byte[]> packets = packets();
        for (int i = 0; i < CONNECTIONS; i++) {
            try (RawMqtt client = RawMqtt.open(ports.mqtt(), random.nextBoolean() ? 5 : 4)) {
                if (random.nextInt(4) > 0) {
                    client.connect("fuzz" + i % 7, token, random.nextBoolean(), 60);
                }
                int count = 1 + random.nextInt(8);
                for (int packet = 0; packet < count; packet++) {
                    client.raw(mangled(packets.get(random.nextInt(packets.size()))));
                }
            } catch (UncheckedIOException e) {
                // It was let go meanwhile, as it should be.
            }
        }
        theDoorStandsAndNothingIsLost();
    }

    @Test
    void answersEveryMessageWhateverItsPayload() {
        RawMqtt client = RawMqtt.open(ports.mqtt(), 5);
        client.connect("json", token, true, 60);
        for (int i = 1; i <= MESSAGES; i++) {
            String topic =
                    TOPICS[random.nextInt(TOPICS.length)].replace("P", product).replace("D", device);
            byte[] payload = JSON[random.nextInt(JSON.length)].getBytes(StandardCharsets.UTF_8);
            client.publish(topic, new String(mangled(payload), StandardCharsets.ISO_8859_1), 1, i);
            Packet answer = client.read();
            while (answer.type() == 3) {
                answer = client.read();
            }
            assertThat(answer.type()).as(topic).isEqualTo(4);
            assertThat(answer.number()).isEqualTo(i);
        }
        client.goodbye();
        theDoorStandsAndNothingIsLost();
    }

    private void theDoorStandsAndNothingIsLost() {
        RawMqtt client = RawMqtt.open(ports.mqtt(), 5);
        assertThat(client.connect("after", token, true, 60).at(1)).isZero();
        client.publish("v1/devices/me/telemetry", "{\"level\":1}", 1, 1);
        assertThat(client.read().code()).isZero();
        client.goodbye();
        Eventually.eventually("everybody is gone", () -> meters.get("chengshu.mqtt.connections").gauges().stream()
                .anyMatch(gauge -> gauge.value() == 0));
        for (int i = 0; i < 3; i++) {
            System.gc();
            PooledByteBufAllocator.DEFAULT.buffer(16).release();
        }
        assertThat(leaks.list).isEmpty();
    }

    private byte[] mangled(byte[] packet) {
        byte[] mangled = packet.clone();
        int changes = random.nextInt(4);
        for (int i = 0; i < changes && mangled.length > 0; i++) {
            mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(6) == 0 && mangled.length > 0
                ? java.util.Arrays.copyOf(mangled, random.nextInt(mangled.length))
                : mangled;
    }

    /** One of each kind that a client may send, and some that it may not. */
    private List<byte[]> packets() {
        List<byte[]> packets = new ArrayList<>();
        packets.add(packet(0x10, "\0\4MQTT\5\2\0\74\5\21\0\0\0\12\0\1x\0" + (char) token.length() + token));
        packets.add(packet(0x10, "\0\6MQIsdp\3\2\0\74\0\1y\0" + (char) token.length() + token));
        packets.add(packet(0x30, "\0\27v1/devices/me/telemetry\0{\"level\":1}"));
        packets.add(packet(0x32, "\0\27v1/devices/me/telemetry\0\1\0{\"level\":1}"));
        packets.add(packet(0x3C, "\0\27v1/devices/me/telemetry\0\2\3\43\0\1{\"level\":1}"));
        packets.add(packet(0x62, "\0\2"));
        packets.add(packet(0x62, "\0\11"));
        packets.add(packet(0x40, "\0\1"));
        packets.add(packet(0x82, "\0\3\0\0\16devices/me/#\0\1"));
        packets.add(packet(0x82, "\0\3\0\0\1#\2"));
        packets.add(packet(0xA2, "\0\4\0\0\1#"));
        packets.add(packet(0xC0, ""));
        packets.add(packet(0xE0, "\4\0"));
        packets.add(packet(0xF0, "\30\0"));
        packets.add(packet(0x20, "\0\0"));
        packets.add(packet(0x36, "\0\1a\0\0"));
        packets.add(new byte[] {0x30, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F, 1});
        return packets;
    }

    private static byte[] packet(int first, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        out.write(bytes.length);
        out.writeBytes(bytes);
        return out.toByteArray();
    }
}
