package org.chengshu.sense.state;

import java.util.BitSet;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the readings and the memory of a device are written by one thread at a time. All devices of a batch are
 * taken at once, so that two batches never wait for each other in a circle.
 */
@Component
public final class DeviceLocks {
    private final BitSet taken = new BitSet();

    /** Waits until none of these devices is taken by another, and takes them. Close what is answered on any thread. */
    public Held take(BitSet devices) throws InterruptedException {
        synchronized (taken) {
            while (taken.intersects(devices)) {
                taken.wait();
            }
            taken.or(devices);
        }
        return new Held((BitSet) devices.clone());
    }

    /** Devices that are held until this is closed. */
    public final class Held implements AutoCloseable {
        private final BitSet devices;

        private Held(BitSet devices) {
            this.devices = devices;
        }

        @Override
        public void close() {
            synchronized (taken) {
                taken.andNot(devices);
                devices.clear();
                taken.notifyAll();
            }
        }
    }
}
