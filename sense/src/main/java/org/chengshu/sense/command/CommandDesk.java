package org.chengshu.sense.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.live.Live;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Door;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.command.CommandStore.Changed;
import org.chengshu.sense.command.CommandStore.Taken;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.OnlineDevices;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class CommandDesk implements Commands {
    static final String TOPIC = "command";
    static final int MOST_OPEN = 100;
    private static final int LONGEST_ERROR = 1_000;

    private final CommandStore store;
    private final DeviceRegistry registry;
    private final OnlineDevices online;
    private final Live live;
    private final Transactions transactions;
    private final Clock clock;

    CommandDesk(
            CommandStore store,
            DeviceRegistry registry,
            OnlineDevices online,
            Live live,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.registry = registry;
        this.online = online;
        this.live = live;
        this.transactions = transactions;
        this.clock = clock;
    }

    static String topic(String device) {
        return TOPIC + ":" + device;
    }

    CommandView send(KnownDevice device, JsonNode body, Viewer viewer) {
        CommandOrder order = CommandOrder.read(body, device.product());
        return transactions.call(() -> {
            if (store.open(device.id()) >= MOST_OPEN) {
                throw new Fault(
                        SenseError.COMMAND_QUEUE_FULL,
                        MOST_OPEN + " commands of " + device.code() + " are not over yet");
            }
            int id = store.add(device.id(), order, clock.instant(), viewer.displayName());
            transactions.afterCommit(() -> online.wake(device.id()));
            return tell(device, id);
        });
    }

    @Override
    public List<Command> take(KnownDevice device, Door door, int most) {
        return transactions.call(() -> {
            List<Taken> taken = store.take(device.id(), door, most, clock.instant());
            taken.forEach(one -> tell(device, one.id()));
            return taken.stream().map(Taken::command).toList();
        });
    }

    @Override
    public List<Published> take(KnownDevice device, Door door, long session, List<Integer> packets) {
        return transactions.call(() -> {
            List<Command> taken = take(device, door, packets.size());
            List<Published> published = new ArrayList<>(taken.size());
            for (int i = 0; i < taken.size(); i++) {
                published.add(new Published(taken.get(i), packets.get(i)));
            }
            if (!published.isEmpty()) {
                store.publishedAs(session, published);
            }
            return published;
        });
    }

    @Override
    public List<Published> unconfirmed(long session) {
        return store.unconfirmed(session, clock.instant());
    }

    @Override
    public void confirmed(long session, int packet) {
        store.confirmed(session, packet);
    }

    @Override
    public boolean answer(KnownDevice device, int command, Optional<JsonNode> reply, Optional<String> error) {
        CommandState state = error.isPresent() ? CommandState.REFUSED : CommandState.ANSWERED;
        return transactions.call(() -> {
            boolean was = store.end(device.id(), command, state, reply, error.map(CommandDesk::brief), clock.instant());
            if (was) {
                tell(device, command);
            }
            return was;
        });
    }

    private static String brief(String text) {
        String clean = text.replace('\u0000', ' ');
        return clean.length() > LONGEST_ERROR ? clean.substring(0, LONGEST_ERROR) : clean;
    }

    /** Lets time pass for what is out or waits, and reminds the doors of what waits. */
    void passTime() {
        for (Changed changed : transactions.call(() -> store.passTime(clock.instant()))) {
            registry.find(changed.device()).ifPresent(device -> tell(device, changed.id()));
        }
        store.awaited().forEach(online::wake);
    }

    private CommandView tell(KnownDevice device, int id) {
        CommandView view = store.find(device.id(), device.code(), id).orElseThrow();
        live.publish(topic(device.code()), device.device().areaPath(), view);
        return view;
    }
}
