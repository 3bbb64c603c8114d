package org.chengshu.sense.device;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.Device;
import org.springframework.stereotype.Component;

/** Stores devices that have been checked, as people's, and has the registry take them after the commit. */
@Component
public final class DeviceWriter {
    private final DeviceStore store;
    private final DeviceRegistry registry;
    private final Transactions transactions;

    DeviceWriter(DeviceStore store, DeviceRegistry registry, Transactions transactions) {
        this.store = store;
        this.registry = registry;
        this.transactions = transactions;
    }

    /** Joins a running transaction; registers or describes anew. */
    public void put(List<Device> devices) {
        transactions.run(() -> {
            store.put(devices, Optional.empty());
            registry.reloadAfterCommit(devices.stream().map(Device::code).toList());
        });
    }
}
