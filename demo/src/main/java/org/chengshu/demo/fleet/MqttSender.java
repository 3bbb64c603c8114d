package org.chengshu.demo.fleet;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.concurrent.CompletionStage;

/** A device that keeps an MQTT connection and opens it again when it has broken. */
final class MqttSender implements Sender {
    private static final String TOPIC = "v1/devices/me/telemetry";
    private static final int KEEP_ALIVE_SECONDS = 60;

    private final Vertx vertx;
    private final Doors doors;
    private final MqttClientOptions options;
    private MqttClient client;
    private Future<?> connected;

    MqttSender(Vertx vertx, Doors doors, String token) {
        this.vertx = vertx;
        this.doors = doors;
        this.options = new MqttClientOptions()
                .setUsername(token)
                .setCleanSession(true)
                .setAutoKeepAlive(true)
                .setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    }

    @Override
    public synchronized CompletionStage<?> send(byte[] telemetry) {
        return connection()
                .compose(any -> client.publish(TOPIC, Buffer.buffer(telemetry), MqttQoS.AT_LEAST_ONCE, false, false))
                .toCompletionStage();
    }

    private Future<?> connection() {
        if (connected == null || connected.failed() || (connected.succeeded() && !client.isConnected())) {
            client = MqttClient.create(vertx, options);
            connected = client.connect(doors.mqttPort(), doors.mqttHost());
        }
        return connected;
    }

    @Override
    public synchronized void close() {
        if (client != null && client.isConnected()) {
            client.disconnect();
        }
    }
}
