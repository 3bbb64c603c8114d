package org.chengshu.sense.mqtt;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.doors.Peer;
import org.chengshu.sense.doors.Peers;
import org.chengshu.sense.mqtt.live.LiveTopics;
import org.chengshu.sense.mqtt.packet.Codes;
import org.chengshu.sense.topics.Down;
import org.chengshu.sense.topics.TopicFilter;
import org.springframework.stereotype.Component;

/** Decides which subscriptions a client is granted. May ask the database. */
@Component
final class Grants {
    static final int MOST = 100;
    private static final int BEST_QUALITY = 1;

    private final DeviceRegistry registry;
    private final LiveTopics live;

    Grants(DeviceRegistry registry, LiveTopics live) {
        this.registry = registry;
        this.live = live;
    }

    /** The quality granted, or the code of the refusal. */
    int grant(Peer peer, String filter, int wanted, int others) {
        if (filter.startsWith("$share")) {
            return Codes.SHARED_NOT_SUPPORTED;
        }
        if (!TopicFilter.isValid(filter)) {
            return Codes.TOPIC_FILTER_INVALID;
        }
        if (!may(peer, filter)) {
            return Codes.NOT_AUTHORIZED;
        }
        return others >= MOST ? Codes.QUOTA_EXCEEDED : Math.min(wanted, BEST_QUALITY);
    }

    private boolean may(Peer peer, String filter) {
        return switch (peer) {
            case Peer.OneDevice(String code) -> {
                Optional<KnownDevice> device = registry.find(code);
                yield device.isPresent()
                        && begins(filter, Down.beginnings(device.get().product().id(), code));
            }
            case Peer.Gateway(Viewer viewer) ->
                LiveTopics.isLive(filter)
                        ? Peers.mayListen(viewer) && live.may(viewer, filter)
                        : Peers.mayIngest(viewer) && begins(filter, Down.gatewayBeginnings());
        };
    }

    private static boolean begins(String filter, List<String> beginnings) {
        return beginnings.stream().anyMatch(filter::startsWith);
    }
}
