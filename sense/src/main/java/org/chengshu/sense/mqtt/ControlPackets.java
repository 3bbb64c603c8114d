package org.chengshu.sense.mqtt;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import org.chengshu.sense.doors.Peer;
import org.chengshu.sense.link.Leaving;
import org.chengshu.sense.mqtt.packet.Codes;

/** Hands each packet that carries no data to what it is about. Runs on the connection's event loop. */
final class ControlPackets {
    private static final int WITH_WILL = 0x04;

    private final MqttConnection connection;
    private final Farewell farewell;
    private final MqttParts parts;

    ControlPackets(MqttConnection connection, Farewell farewell, MqttParts parts) {
        this.connection = connection;
        this.farewell = farewell;
        this.parts = parts;
    }

    void hear(MqttMessage message, Entered in, Peer peer) {
        switch (message.fixedHeader().messageType()) {
            case PINGREQ -> connection.write(MqttMessage.PINGRESP);
            case SUBSCRIBE -> in.subscriber().subscribe((MqttSubscribeMessage) message, peer);
            case UNSUBSCRIBE -> in.subscriber().unsubscribe((MqttUnsubscribeMessage) message);
            case PUBREL -> in.publications().release(packetOf(message));
            case PUBACK -> in.outbox().acknowledged(packetOf(message), codeOf(message));
            case DISCONNECT -> goodbye(message, in);
            default -> wrong(message.fixedHeader().messageType() + " is not expected from a client");
        }
    }

    private void goodbye(MqttMessage message, Entered in) {
        farewell.keepWill(false);
        if (message.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader said) {
            farewell.keepWill(Byte.toUnsignedInt(said.reasonCode()) == WITH_WILL);
            long asked = Greeting.number(said.properties(), MqttProperties.SESSION_EXPIRY_INTERVAL, in.expiry_s());
            if (asked > 0 && in.greeting().expiry_s() == 0) {
                wrong("a session of no length cannot be made longer");
                return;
            }
            farewell.keepSession(parts.sessions().granted_s(asked));
        }
        connection.leaves();
    }

    private void wrong(String what) {
        connection.end(Leaving.PROTOCOL_ERROR, Codes.PROTOCOL_ERROR, what);
    }

    private static int packetOf(MqttMessage message) {
        return ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
    }

    private static int codeOf(MqttMessage message) {
        return message.variableHeader() instanceof MqttPubReplyMessageVariableHeader reply
                ? Byte.toUnsignedInt(reply.reasonCode())
                : Codes.SUCCESS;
    }
}
