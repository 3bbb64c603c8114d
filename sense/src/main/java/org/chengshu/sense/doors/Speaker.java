package org.chengshu.sense.doors;

import java.util.Optional;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.topics.Up.Named;
import org.springframework.stereotype.Component;

/**
 * Who may speak for which device: a device for itself and for those that hang on it, a
 * program with the right for the devices of its areas.
 */
@Component
public final class Speaker {
    private final DeviceRegistry registry;

    Speaker(DeviceRegistry registry) {
        this.registry = registry;
    }

    /** The device that a message is of, when this sender may speak for it; the sender itself when no device is named. */
    Optional<KnownDevice> of(Peer peer, Optional<Named> named) {
        return switch (peer) {
            case Peer.OneDevice(String code) ->
                named.isEmpty() ? registry.find(code) : named.flatMap(one -> of(code, one));
            case Peer.Gateway gateway ->
                named.filter(one -> one.behind().isEmpty())
                        .flatMap(one -> registry.find(one.device()).filter(device -> fits(device, one)))
                        .filter(device -> speaksFor(gateway, device));
        };
    }

    /** A device that a gateway names in its message. */
    Optional<KnownDevice> behind(Peer peer, String device) {
        return registry.find(device).filter(known -> speaksFor(peer, known));
    }

    /** Whether the sender is the gateway of this device. */
    boolean speaksFor(Peer peer, KnownDevice device) {
        return switch (peer) {
            case Peer.OneDevice(String code) -> isBehind(device, code);
            case Peer.Gateway gateway -> gateway.viewer().may(Peers.INGEST, device.areaPath());
        };
    }

    private Optional<KnownDevice> of(String self, Named named) {
        boolean ofSelf = named.behind().isEmpty() && named.device().equals(self);
        boolean ofChild = named.behind().map(self::equals).orElse(!ofSelf);
        return registry.find(named.device())
                .filter(device -> fits(device, named))
                .filter(device -> ofSelf || (ofChild && isBehind(device, self)));
    }

    private static boolean isBehind(KnownDevice device, String gateway) {
        return device.parent().filter(gateway::equals).isPresent();
    }

    private static boolean fits(KnownDevice device, Named named) {
        return named.product()
                .filter(product -> !product.equals(device.product().id()))
                .isEmpty();
    }
}
