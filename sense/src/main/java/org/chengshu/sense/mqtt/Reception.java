package org.chengshu.sense.mqtt;

import java.util.Optional;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.doors.Peer;
import org.chengshu.sense.doors.Peers;
import org.chengshu.sense.mqtt.Entered.Arrival;
import org.chengshu.sense.mqtt.Entered.Refused;
import org.chengshu.sense.mqtt.Entered.Welcome;
import org.chengshu.sense.mqtt.packet.Codes;
import org.chengshu.sense.mqtt.session.SessionKey;
import org.chengshu.sense.topics.Topics;
import org.springframework.stereotype.Component;

/** Decides who is let in. Blocking. */
@Component
final class Reception {
    private static final Refused UNKNOWN = new Refused(Codes.BAD_USER_NAME, "the token is not known");

    private final MqttParts parts;

    Reception(MqttParts parts) {
        this.parts = parts;
    }

    Arrival arrive(Greeting greeting, MqttConnection connection) {
        return parts.peers()
                .ask(greeting.token())
                .map(peer -> arrive(peer, greeting, connection))
                .orElse(UNKNOWN);
    }

    private Arrival arrive(Peer peer, Greeting greeting, MqttConnection connection) {
        if (peer instanceof Peer.Gateway gateway
                && !Peers.mayIngest(gateway.viewer())
                && !Peers.mayListen(gateway.viewer())) {
            return new Refused(Codes.NOT_AUTHORIZED, "the right " + Peers.INGEST + " or " + Peers.READ + " is needed");
        }
        if (greeting.will()
                .filter(will -> !parts.uplink().takesAsLastWord(peer, Topics.up(will.topic())))
                .isPresent()) {
            return new Refused(Codes.NOT_AUTHORIZED, "its will is for a topic that is not its own");
        }
        Optional<KnownDevice> device =
                peer instanceof Peer.OneDevice(String code) ? parts.registry().find(code) : Optional.empty();
        if (peer instanceof Peer.OneDevice && device.isEmpty()) {
            return UNKNOWN;
        }
        long expiry_s = parts.sessions().granted_s(greeting.expiry_s());
        SessionKey key =
                switch (peer) {
                    case Peer.OneDevice one -> SessionKey.of(device.orElseThrow(), greeting.client());
                    case Peer.Gateway gateway -> SessionKey.of(gateway.viewer(), greeting.client());
                };
        return new Welcome(peer, device, parts.sessions().open(key, connection, greeting.clean(), expiry_s), expiry_s);
    }
}
