package org.chengshu.sense.mqtt;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import org.chengshu.sense.mqtt.packet.Codes;
import org.chengshu.sense.mqtt.packet.Packets;

/** What is answered to a greeting. */
final class Answers {
    private Answers() {}

    static MqttMessage refusal(int code, boolean five, String reason) {
        MqttProperties said = new MqttProperties();
        if (five && !reason.isEmpty()) {
            said.add(new StringProperty(MqttProperties.REASON_STRING, reason));
        }
        return Packets.connAck(five ? code : Codes.connectionRefused3(code), false, said);
    }

    static MqttMessage welcome(Greeting greeting, Entered.Welcome welcome, int receiveMaximum) {
        MqttProperties said = new MqttProperties();
        if (greeting.isFive()) {
            if (welcome.expiry_s() != greeting.expiry_s()) {
                Packets.add(said, MqttProperties.SESSION_EXPIRY_INTERVAL, (int) welcome.expiry_s());
            }
            if (!greeting.named()) {
                said.add(new StringProperty(MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, greeting.client()));
            }
            Packets.add(said, MqttProperties.RECEIVE_MAXIMUM, receiveMaximum);
            Packets.add(said, MqttProperties.RETAIN_AVAILABLE, 0);
            Packets.add(said, MqttProperties.MAXIMUM_PACKET_SIZE, MqttConnection.LARGEST_PACKET);
            Packets.add(said, MqttProperties.TOPIC_ALIAS_MAXIMUM, Publications.MOST_ALIASES);
            Packets.add(said, MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0);
            Packets.add(said, MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0);
        }
        return Packets.connAck(Codes.SUCCESS, welcome.opened().present(), said);
    }
}
