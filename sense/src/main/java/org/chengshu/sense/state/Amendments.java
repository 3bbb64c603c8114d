package org.chengshu.sense.state;

import java.util.BitSet;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.chengshu.core.db.RoundTrip;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.rules.DeviceMemory;
import org.springframework.stereotype.Component;

/**
 * Changes what the rules remember of a device otherwise than by a reading. It holds the device and writes in a transaction
 * of its own, so call it outside any: a writer that waits for the caller's rows would hold the device.
 */
@Component
public final class Amendments {
    private final DeviceStates states;
    private final DeviceLocks locks;
    private final Transactions transactions;

    Amendments(DeviceStates states, DeviceLocks locks, Transactions transactions) {
        this.states = states;
        this.locks = locks;
        this.transactions = transactions;
    }

    /** Nothing when the device was never heard or the change changes nothing. */
    public void amend(int device, UnaryOperator<DeviceMemory> change) throws InterruptedException {
        if (transactions.active()) {
            throw new IllegalStateException("a memory is amended outside any transaction");
        }
        BitSet one = new BitSet();
        one.set(device);
        try (DeviceLocks.Held _ = locks.take(one)) {
            DeviceMemory before = states.memory(device);
            DeviceMemory after = change.apply(before);
            if (states.lastHeard(device).isPresent() && !after.equals(before)) {
                RoundTrip trip = new RoundTrip();
                DeviceStates.Arrival amended = states.amend(Map.of(device, after), trip);
                transactions.run(() -> trip.go(transactions));
                amended.done();
            }
        }
    }
}
