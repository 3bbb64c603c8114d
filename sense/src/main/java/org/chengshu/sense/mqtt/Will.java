package org.chengshu.sense.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is to be taken as said when the client is lost. Immutable. */
record Will(String topic, byte[] payload, long delay_s, boolean retained) {
    private static final int LONGEST_WORDS = 200;

    static Optional<Will> of(MqttConnectMessage connect) {
        if (!connect.variableHeader().isWillFlag()) {
            return Optional.empty();
        }
        byte[] payload = connect.payload().willMessageInBytes();
        MqttProperties said =
                Optional.ofNullable(connect.payload().willProperties()).orElse(MqttProperties.NO_PROPERTIES);
        return Optional.of(new Will(
                Optional.ofNullable(connect.payload().willTopic()).orElse(""),
                payload == null ? new byte[0] : payload,
                Greeting.number(said, MqttProperties.WILL_DELAY_INTERVAL, 0),
                connect.variableHeader().isWillRetain()));
    }

    /** For the log of connections. */
    String words() {
        String text = new String(payload, StandardCharsets.UTF_8);
        String brief = text.length() > LONGEST_WORDS ? text.substring(0, LONGEST_WORDS) : text;
        return "will: " + brief.replaceAll("\\p{Cntrl}", " ");
    }
}
