package org.chengshu.sense.testing;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A device that publishes and notes what is acknowledged. */
public final class TestMqtt {
    public static final String DEVICE = "v1/devices/me/telemetry";
    public static final String GATEWAY = "v1/gateway/telemetry";
    private static final int WINDOW = 10_000;

    private final MqttClient client;
    private final LinkedBlockingQueue<Integer> waiting = new LinkedBlockingQueue<>();
    private final List<Integer> acknowledged = new ArrayList<>();
    private final List<Integer> published = new ArrayList<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private TestMqtt(MqttClient client) {
        this.client = client;
        client.publishCompletionHandler(waiting::add);
        client.closeHandler(gone -> closed.complete(null));
    }

    public static TestMqtt connect(Vertx vertx, int port, String token) {
        MqttClient client = MqttClient.create(
                vertx,
                new MqttClientOptions()
                        .setClientId("a-device-with-quite-a-long-name-" + System.nanoTime())
                        .setUsername(token)
                        .setCleanSession(true)
                        .setMaxInflightQueue(WINDOW));
        client.connect(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new TestMqtt(client);
    }

    public void publish(String topic, String message) {
        published.add(publish(topic, message, MqttQoS.AT_LEAST_ONCE));
    }

    public int publish(String topic, String message, MqttQoS qos) {
        return client.publish(topic, Buffer.buffer(message), qos, false, false)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public void publishAndWait(String topic, String message) {
        publish(topic, message);
        awaitAcknowledgements(1);
    }

    public void awaitAcknowledgements(int count) {
        try {
            for (int i = 0; i < count; i++) {
                Integer id = waiting.poll(30, TimeUnit.SECONDS);
                if (id == null) {
                    throw new AssertionError("only " + i + " of " + count + " were acknowledged");
                }
                acknowledged.add(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public List<Integer> acknowledged() {
        return acknowledged;
    }

    public List<Integer> published() {
        return published;
    }

    public CompletableFuture<Void> closed() {
        return closed;
    }

    public void close() {
        if (client.isConnected()) {
            client.disconnect().toCompletionStage().toCompletableFuture().join();
        }
    }
}
