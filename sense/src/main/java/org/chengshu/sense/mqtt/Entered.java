package org.chengshu.sense.mqtt;

import java.util.Optional;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.doors.Peer;
import org.chengshu.sense.mqtt.packet.Outbox;
import org.chengshu.sense.mqtt.session.MqttSessions;
import org.chengshu.sense.mqtt.session.Session;

/** What belongs to a client once it has been let in. */
record Entered(
        Greeting greeting,
        Optional<KnownDevice> device,
        Session session,
        long expiry_s,
        Outbox outbox,
        Publications publications,
        Downlink downlink,
        Subscriber subscriber) {

    /** The answer to whoever knocks, found out where blocking is allowed. */
    sealed interface Arrival {}

    record Refused(int code, String why) implements Arrival {}

    record Welcome(Peer peer, Optional<KnownDevice> device, MqttSessions.Opened opened, long expiry_s)
            implements Arrival {}
}
