package org.chengshu.sense.mqtt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.chengshu.sense.Door;
import org.chengshu.sense.command.Command;
import org.chengshu.sense.command.Commands.Published;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.link.Caller;
import org.chengshu.sense.link.Leaving;
import org.chengshu.sense.link.Link;
import org.chengshu.sense.mqtt.packet.Codes;
import org.chengshu.sense.mqtt.packet.Outbox;
import org.chengshu.sense.mqtt.session.Session;
import org.chengshu.sense.topics.Dialect;
import org.chengshu.sense.topics.Down;
import org.chengshu.sense.topics.TopicFilter;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries commands and desired state to the devices that are reached through one connection: itself, or those behind a
 * gateway. It asks for what waits when it is woken and when there is room; nothing is pushed at it. On the event loop only.
 */
final class Downlink {
    private static final int AT_ONCE = 16;

    private final MqttConnection connection;
    private final MqttParts parts;
    private final Session session;
    private final Outbox outbox;
    private final Door door;
    private final Optional<KnownDevice> self;
    private final Map<Integer, Served> served = new HashMap<>();

    Downlink(
            MqttConnection connection,
            MqttParts parts,
            Session session,
            Outbox outbox,
            Door door,
            Optional<KnownDevice> self) {
        this.connection = connection;
        this.parts = parts;
        this.session = session;
        this.outbox = outbox;
        this.door = door;
        this.self = self;
    }

    /** A device that is reached through this connection. */
    private static final class Served {
        private final Link link;
        private boolean busy;
        private boolean more;
        private boolean fresh = true;

        Served(Link link) {
            this.link = link;
        }
    }

    /** Where something goes: by the number of the command, at which quality, in whose shape. */
    private record Address(IntFunction<String> topic, int qos, Optional<Dialect> dialect) {}

    private record Pulled(List<Published> commands, Optional<ObjectNode> wishes) {}

    void serve(KnownDevice device, Caller caller) {
        served.computeIfAbsent(device.id(), id -> {
            Link link = parts.links().open(device, caller, () -> connection.onLoop(now -> pull(id)));
            return new Served(link);
        });
        pull(device.id());
    }

    void leave(KnownDevice device, Leaving why) {
        Optional.ofNullable(served.remove(device.id()))
                .ifPresent(one -> parts.links().close(one.link, why, Optional.empty()));
    }

    void leaveAll(Leaving why, Optional<String> detail) {
        served.values().forEach(one -> parts.links().close(one.link, why, detail));
        served.clear();
    }

    /** After a subscription everything that is wanted is told again. */
    void subscribed() {
        served.values().forEach(one -> one.fresh = true);
        pullAll();
    }

    void pullAll() {
        List.copyOf(served.keySet()).forEach(this::pull);
    }

    /** Sends again what the session has not acknowledged. */
    void resume(List<Published> unconfirmed) {
        for (Published one : unconfirmed) {
            for (Served device : served.values()) {
                command(device).ifPresent(address -> send(device, one, address, true));
            }
        }
    }

    private void pull(int device) {
        Served one = served.get(device);
        if (one == null || connection.isOver()) {
            return;
        }
        if (one.busy) {
            one.more = true;
            return;
        }
        Optional<Address> command = command(one);
        Optional<Address> wish = wish(one);
        int room = Math.min(AT_ONCE, outbox.room());
        if ((command.isEmpty() && wish.isEmpty()) || room == 0) {
            return;
        }
        one.busy = true;
        boolean again = one.fresh;
        one.fresh = false;
        List<Integer> packets = outbox.numbers(room);
        connection
                .blocking(() -> new Pulled(
                        command.isPresent() ? take(one, packets, command.get().qos()) : List.of(),
                        wish.isPresent() ? parts.twins().wishes(one.link.device(), again) : Optional.empty()))
                .onComplete(pulled -> {
                    one.busy = false;
                    if (pulled.succeeded() && !connection.isOver()) {
                        send(one, pulled.result(), command, wish);
                        if (one.more || pulled.result().commands().size() == room) {
                            one.more = false;
                            pull(device);
                        }
                    }
                });
    }

    private List<Published> take(Served one, List<Integer> packets, int qos) {
        if (session.isStored() && qos > 0) {
            return parts.commands().take(one.link.device(), door, session.id(), packets);
        }
        List<Command> taken = parts.commands().take(one.link.device(), door, packets.size());
        List<Published> published = new ArrayList<>(taken.size());
        for (int i = 0; i < taken.size(); i++) {
            published.add(new Published(taken.get(i), packets.get(i)));
        }
        return published;
    }

    private void send(Served one, Pulled pulled, Optional<Address> command, Optional<Address> wish) {
        pulled.commands().forEach(published -> send(one, published, command.orElseThrow(), false));
        pulled.wishes().ifPresent(wishes -> {
            Address address = wish.orElseThrow();
            byte[] payload = address.dialect()
                    .map(dialect -> DownShapes.wishes(dialect, one.link.device().code(), wishes))
                    .orElseGet(() -> DownShapes.gatewayWishes(one.link.device().code(), wishes));
            outbox.sendWhenRoom(address.topic().apply(0), payload, address.qos());
        });
    }

    private void send(Served one, Published published, Address address, boolean again) {
        Command command = published.command();
        String code = one.link.device().code();
        String topic = address.topic().apply(command.id());
        byte[] payload = address.dialect()
                .map(dialect -> DownShapes.command(dialect, code, command))
                .orElseGet(() -> DownShapes.gatewayCommand(code, command));
        if (!outbox.fits(topic, payload)) {
            refused(one.link.device(), command, "it is larger than the device takes");
        } else if (address.qos() == 0) {
            outbox.sendOnce(topic, payload);
        } else {
            outbox.send(topic, payload, published.packet(), again, answer -> acknowledged(one, published, answer));
        }
    }

    private void acknowledged(Served one, Published published, int code) {
        if (code >= Codes.FIRST_REFUSAL) {
            refused(
                    one.link.device(),
                    published.command(),
                    "the device refused it with 0x" + Integer.toHexString(code));
        } else if (session.isStored()) {
            connection.blocking(() -> {
                parts.commands().confirmed(session.id(), published.packet());
                return true;
            });
        }
        pullAll();
    }

    private void refused(KnownDevice device, Command command, String why) {
        connection.blocking(() -> parts.commands().answer(device, command.id(), Optional.empty(), Optional.of(why)));
    }

    private Optional<Address> command(Served one) {
        KnownDevice device = one.link.device();
        return isSelf(device)
                ? ownAddress(
                        device,
                        (dialect, id) -> Down.command(dialect, device.product().id(), device.code(), id))
                : gatewayAddress(device, Down.GATEWAY_COMMANDS, "function/invoke");
    }

    private Optional<Address> wish(Served one) {
        KnownDevice device = one.link.device();
        return isSelf(device)
                ? ownAddress(
                        device,
                        (dialect, id) -> Down.wish(dialect, device.product().id(), device.code()))
                : gatewayAddress(device, Down.GATEWAY_STATE, "properties/write");
    }

    private boolean isSelf(KnownDevice device) {
        return self.filter(device::equals).isPresent();
    }

    @FunctionalInterface
    private interface Naming {
        String topic(Dialect dialect, int id);
    }

    /** Of a device behind a gateway: in ThingsBoard's way or, when the gateway is a device itself, in JetLinks'. */
    private Optional<Address> gatewayAddress(KnownDevice device, String topic, String what) {
        Optional<Address> thingsBoard = qos(topic).map(qos -> new Address(id -> topic, qos, Optional.empty()));
        return thingsBoard.or(() -> self.flatMap(gateway -> {
            String child = Down.throughGateway(gateway.product().id(), gateway.code(), device.code(), what);
            return qos(child).map(qos -> new Address(id -> child, qos, Optional.of(Dialect.JETLINKS)));
        }));
    }

    /** The first of the ways of speaking to which the device has subscribed. */
    private Optional<Address> ownAddress(KnownDevice device, Naming naming) {
        for (Dialect dialect : Dialect.values()) {
            String named = naming.topic(dialect, 0);
            Optional<Integer> byName = qos(named);
            Optional<Integer> quality = byName.isPresent() ? byName : qos(Down.me(named, device.code()));
            if (quality.isPresent()) {
                boolean asNamed = byName.isPresent();
                return Optional.of(new Address(
                        id -> asNamed ? naming.topic(dialect, id) : Down.me(naming.topic(dialect, id), device.code()),
                        quality.get(),
                        Optional.of(dialect)));
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> qos(String topic) {
        return session.subscriptions().entrySet().stream()
                .filter(entry -> new TopicFilter(entry.getKey()).matches(topic))
                .map(Map.Entry::getValue)
                .max(Integer::compare);
    }
}
