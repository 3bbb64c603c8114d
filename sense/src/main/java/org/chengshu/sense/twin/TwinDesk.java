package org.chengshu.sense.twin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.live.Live;
import org.chengshu.kernel.Text;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.OnlineDevices;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Component
final class TwinDesk implements Twins {
    static final String TOPIC = "state";

    private final TwinStore store;
    private final OnlineDevices online;
    private final Live live;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    TwinDesk(
            TwinStore store, OnlineDevices online, Live live, Transactions transactions, JsonMapper json, Clock clock) {
        this.store = store;
        this.online = online;
        this.live = live;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    static String topic(String device) {
        return TOPIC + ":" + device;
    }

    TwinView get(KnownDevice device) {
        List<TwinView.Attribute> attributes = store.attributes(device.id());
        boolean inSync = attributes.stream().allMatch(TwinView.Attribute::inSync);
        return new TwinView(device.code(), store.version(device.id()), inSync, attributes);
    }

    TwinView desire(KnownDevice device, JsonNode body, IfMatch version, Viewer viewer) {
        JsonNode state = body.path("desired");
        List<PlacedFault> faults = new ArrayList<>(TwinRules.faults(state, "/desired"));
        if (!faults.isEmpty()) {
            throw new FaultyInput(SenseError.STATE_FAULTY, "nothing was changed", faults);
        }
        return transactions.call(() -> {
            version.require(store.lock(device.id()));
            store.desire(device.id(), state, clock.instant(), viewer.displayName());
            if (store.names(device.id()) > TwinRules.MOST_NAMES) {
                Text most = Text.of(
                        "每台设备最多 " + TwinRules.MOST_NAMES + " 项", "at most " + TwinRules.MOST_NAMES + " names a device");
                throw new FaultyInput(
                        SenseError.STATE_FAULTY, "nothing was changed", List.of(new PlacedFault("/desired", most)));
            }
            store.nextVersion(device.id());
            transactions.afterCommit(() -> online.wake(device.id()));
            return tell(device);
        });
    }

    @Override
    public Optional<String> report(KnownDevice device, JsonNode state) {
        List<PlacedFault> faults = TwinRules.faults(state, "$");
        if (!faults.isEmpty()) {
            return Optional.of(faults.getFirst().place() + ": "
                    + faults.getFirst().detail().en());
        }
        return transactions.call(() -> {
            store.lock(device.id());
            if (store.names(device.id()) + state.size() > 2 * TwinRules.MOST_NAMES) {
                return Optional.of("at most " + TwinRules.MOST_NAMES + " names a device");
            }
            store.report(device.id(), state, clock.instant());
            tell(device);
            return Optional.empty();
        });
    }

    @Override
    public Optional<ObjectNode> wishes(KnownDevice device, boolean again) {
        List<TwinStore.Wish> wishes = store.send(device.id(), again, clock.instant());
        if (wishes.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode all = json.createObjectNode();
        wishes.forEach(wish -> all.set(wish.name(), wish.value()));
        return Optional.of(all);
    }

    @Override
    public Known known(KnownDevice device) {
        Map<String, JsonNode> reported = new LinkedHashMap<>();
        Map<String, JsonNode> desired = new LinkedHashMap<>();
        for (TwinView.Attribute attribute : store.attributes(device.id())) {
            attribute.reported().ifPresent(value -> reported.put(attribute.name(), value));
            attribute.desired().ifPresent(value -> desired.put(attribute.name(), value));
        }
        return new Known(reported, desired);
    }

    private TwinView tell(KnownDevice device) {
        TwinView view = get(device);
        live.publish(topic(device.code()), device.device().areaPath(), view);
        return view;
    }
}
