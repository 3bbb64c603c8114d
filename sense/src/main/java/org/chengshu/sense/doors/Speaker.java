package org.chengshu.sense.doors;

import java.util.Optional;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.topics.Up.Named;
import org.springframework.stereotype.Component;

/** Who may speak for which device: a device for itself, a program with the right for the devices of its areas. */
@Component
public final class Speaker {
    private final DeviceRegistry registry;

    Speaker(DeviceRegistry registry) {
        this.registry = registry;
    }

    /** The device that a message is of, when this sender may speak for it; the sender itself when no device is named. */
    Optional<KnownDevice> of(Peer peer, Optional<Named> named) {
        return switch (peer) {
            case Peer.OneDevice(String code) -> registry.find(code).flatMap(self -> of(self, named));
            case Peer.Gateway gateway ->
                named.filter(one -> one.behind().isEmpty()).flatMap(one -> of(gateway, one.device(), one.product()));
        };
    }

    /** A device that a gateway names in its message. */
    Optional<KnownDevice> behind(Peer peer, String device) {
        return peer instanceof Peer.Gateway gateway ? of(gateway, device, Optional.empty()) : Optional.empty();
    }

    private Optional<KnownDevice> of(KnownDevice self, Optional<Named> named) {
        if (named.isEmpty()) {
            return Optional.of(self);
        }
        Named one = named.get();
        return Optional.of(self)
                .filter(device -> one.behind().isEmpty()
                        && one.device().equals(device.code())
                        && one.product()
                                .filter(product ->
                                        !product.equals(device.product().id()))
                                .isEmpty());
    }

    private Optional<KnownDevice> of(Peer.Gateway gateway, String device, Optional<String> product) {
        return registry.find(device)
                .filter(known ->
                        gateway.viewer().may(Peers.INGEST, known.device().areaPath()))
                .filter(known ->
                        product.filter(one -> !one.equals(known.product().id())).isEmpty());
    }
}
