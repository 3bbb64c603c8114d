package org.chengshu.sense.device;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.Products;
import org.chengshu.sense.device.DeviceStore.StoredDevice;
import org.springframework.stereotype.Component;

/** Every device in memory, because the intake looks one up for each message. */
@Component
public final class DeviceRegistry {
    private final DeviceStore store;
    private final Products products;
    private final Transactions transactions;
    private final Map<String, KnownDevice> byCode = new ConcurrentHashMap<>();
    private final Map<Integer, KnownDevice> byId = new ConcurrentHashMap<>();

    DeviceRegistry(DeviceStore store, Products products, Transactions transactions) {
        this.store = store;
        this.products = products;
        this.transactions = transactions;
        reloadAll();
    }

    public Optional<KnownDevice> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Optional<KnownDevice> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<KnownDevice> all() {
        return byCode.values();
    }

    void reloadAfterCommit(List<String> codes) {
        transactions.afterCommit(() -> take(store.load(Optional.of(codes))));
    }

    void reloadAllAfterCommit() {
        transactions.afterCommit(this::reloadAll);
    }

    private synchronized void reloadAll() {
        List<StoredDevice> stored = store.load(Optional.empty());
        take(stored);
        Set<Integer> there = new HashSet<>();
        stored.forEach(device -> there.add(device.id()));
        byCode.values().removeIf(device -> !there.contains(device.id()));
        byId.keySet().retainAll(there);
    }

    private synchronized void take(List<StoredDevice> devices) {
        for (StoredDevice stored : devices) {
            know(stored).ifPresent(device -> {
                byCode.put(device.code(), device);
                byId.put(device.id(), device);
            });
        }
    }

    private Optional<KnownDevice> know(StoredDevice stored) {
        return products.find(stored.device().product()).map(product -> {
            Map<String, SeriesRef> series = new HashMap<>();
            product.properties().forEach(property -> {
                Integer id = stored.series().get(property.id());
                if (id != null) {
                    series.put(property.id(), new SeriesRef(id, property));
                }
            });
            return new KnownDevice(stored.id(), stored.device(), product, series);
        });
    }
}
