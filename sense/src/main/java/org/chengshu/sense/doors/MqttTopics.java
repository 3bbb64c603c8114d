package org.chengshu.sense.doors;

import org.chengshu.sense.Delivery;
import org.chengshu.sense.Door;

/**
 * What is published where. MQTT 3.1.1 knows no way to refuse a publication, so one that has no place here becomes a
 * rejection like any other and is acknowledged as such.
 */
final class MqttTopics {
    private static final String DEVICE = "v1/devices/me/telemetry";
    private static final String GATEWAY = "v1/gateway/telemetry";

    private final Deliveries deliveries;

    MqttTopics(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    Delivery delivery(Peer peer, String topic, byte[] message) {
        return switch (peer) {
            case Peer.OneDevice(String code) ->
                topic.equals(DEVICE)
                        ? deliveries.ofDevice(Door.MQTT, code, message)
                        : deliveries.refused(Door.MQTT, code, "a device publishes to " + DEVICE + ", not " + topic);
            case Peer.Gateway gateway ->
                topic.equals(GATEWAY)
                        ? deliveries.ofGateway(Door.GATEWAY_MQTT, gateway.viewer(), message)
                        : deliveries.refused(
                                Door.GATEWAY_MQTT, "", "a gateway publishes to " + GATEWAY + ", not " + topic);
        };
    }
}
