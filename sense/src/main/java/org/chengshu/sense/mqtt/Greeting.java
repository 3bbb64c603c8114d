package org.chengshu.sense.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.chengshu.sense.mqtt.packet.Codes;

/** What a client says when it connects, in the terms of MQTT 5 whatever it speaks. Immutable. */
record Greeting(
        int version,
        String client,
        boolean named,
        String token,
        boolean clean,
        int keepAlive_s,
        long expiry_s,
        int receiveMaximum,
        long largestPacket,
        boolean wantsReasons,
        Optional<Will> will,
        OptionalInt refusal) {
    static final int MQTT_5 = 5;
    private static final int MQTT_3_1 = 3;
    private static final int MQTT_3_1_1 = 4;
    private static final long FOR_EVER = 0xFFFF_FFFFL;
    private static final int UNLIMITED = 0xFFFF;

    static Greeting of(MqttConnectMessage connect) {
        int version = connect.variableHeader().version();
        MqttProperties said = connect.variableHeader().properties();
        String given = Optional.ofNullable(connect.payload().clientIdentifier()).orElse("");
        boolean clean = connect.variableHeader().isCleanSession();
        boolean five = version == MQTT_5;
        long expiry = five ? number(said, MqttProperties.SESSION_EXPIRY_INTERVAL, 0) : clean ? 0 : FOR_EVER;
        Optional<Will> will = Will.of(connect);
        return new Greeting(
                version,
                given.isEmpty() ? "auto-" + UUID.randomUUID() : given,
                !given.isEmpty(),
                Optional.ofNullable(connect.payload().userName()).orElse(""),
                clean,
                connect.variableHeader().keepAliveTimeSeconds(),
                expiry,
                (int) number(said, MqttProperties.RECEIVE_MAXIMUM, UNLIMITED),
                number(said, MqttProperties.MAXIMUM_PACKET_SIZE, FOR_EVER),
                number(said, MqttProperties.REQUEST_PROBLEM_INFORMATION, 1) == 1,
                will,
                refusal(version, said, given, clean, will));
    }

    private static OptionalInt refusal(
            int version, MqttProperties said, String given, boolean clean, Optional<Will> will) {
        if (version != MQTT_3_1 && version != MQTT_3_1_1 && version != MQTT_5) {
            return OptionalInt.of(Codes.VERSION);
        }
        if ((given.isEmpty() && !clean && version != MQTT_5) || given.indexOf('\u0000') >= 0) {
            return OptionalInt.of(Codes.CLIENT_ID_INVALID);
        }
        if (said.getProperty(MqttProperties.AUTHENTICATION_METHOD) != null) {
            return OptionalInt.of(Codes.BAD_AUTHENTICATION_METHOD);
        }
        if (number(said, MqttProperties.RECEIVE_MAXIMUM, 1) == 0
                || number(said, MqttProperties.MAXIMUM_PACKET_SIZE, 1) == 0) {
            return OptionalInt.of(Codes.PROTOCOL_ERROR);
        }
        return will.filter(Will::retained).isPresent()
                ? OptionalInt.of(Codes.RETAIN_NOT_SUPPORTED)
                : OptionalInt.empty();
    }

    boolean isFive() {
        return version == MQTT_5;
    }

    String protocol() {
        return version == MQTT_5 ? "mqtt 5" : version == MQTT_3_1_1 ? "mqtt 3.1.1" : "mqtt 3.1";
    }

    static long number(MqttProperties properties, int id, long otherwise) {
        MqttProperty<?> property = properties.getProperty(id);
        return property != null && property.value() instanceof Integer value
                ? Integer.toUnsignedLong(value)
                : otherwise;
    }
}
