package org.chengshu.e2e;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A device on MQTT 3.1.1: publishes with QoS 1 and knows what was acknowledged. */
final class MqttDevice implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long LIMIT_SECONDS = 20;

    private final Vertx vertx = Vertx.vertx();
    private final MqttClient client;
    private final Map<Integer, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    private MqttDevice(String token) {
        MqttClientOptions options = new MqttClientOptions()
                .setUsername(token)
                .setCleanSession(true)
                .setMaxInflightQueue(1000)
                .setAutoKeepAlive(true);
        this.client = MqttClient.create(vertx, options);
        client.publishCompletionHandler(id ->
                waiting.computeIfAbsent(id, any -> new CompletableFuture<>()).complete(null));
    }

    static MqttDevice connect(int port, String token) throws Exception {
        MqttDevice device = new MqttDevice(token);
        await(device.client.connect(port, "127.0.0.1"));
        return device;
    }

    /** Completes when the platform has acknowledged. */
    CompletableFuture<Void> publish(Object telemetry) {
        Buffer payload = Buffer.buffer(JSON.writeValueAsBytes(telemetry));
        CompletableFuture<Integer> sent = client.publish(
                        "v1/devices/me/telemetry", payload, MqttQoS.AT_LEAST_ONCE, false, false)
                .toCompletionStage()
                .toCompletableFuture();
        return sent.thenCompose(id -> waiting.computeIfAbsent(id, any -> new CompletableFuture<>())
                .whenComplete((done, broken) -> waiting.remove(id)));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
