package org.chengshu.sense.state;

import java.util.Arrays;
import java.util.Optional;
import org.chengshu.sense.rules.DeviceMemory;

/**
 * What is known of each device by its number, compact because there may be a million. A slot is written only by whoever
 * holds the device; a page never moves, so that others may look at any time.
 */
final class StatePages {
    private static final int PAGE = 1 << 14;
    private static final long NEVER = Long.MIN_VALUE;

    private volatile Page[] pages = new Page[0];

    private static final class Page {
        private final long[] heardMicros = new long[PAGE];
        private final boolean[] silent = new boolean[PAGE];
        private final DeviceMemory[] memories = new DeviceMemory[PAGE];

        Page() {
            Arrays.fill(heardMicros, NEVER);
        }
    }

    /** Called for each device that was ever heard. */
    interface Visitor {
        void see(int device, long heardMicros, boolean silent);
    }

    Optional<DeviceMemory> memory(int device) {
        return find(device).map(page -> page.memories[device % PAGE]);
    }

    boolean isSilent(int device) {
        return find(device).map(page -> page.silent[device % PAGE]).orElse(false);
    }

    /** Epoch microseconds. */
    Optional<Long> heard(int device) {
        return find(device).map(page -> page.heardMicros[device % PAGE]).filter(at -> at != NEVER);
    }

    void hear(int device, long micros, DeviceMemory memory) {
        Page page = page(device);
        page.heardMicros[device % PAGE] = Math.max(page.heardMicros[device % PAGE], micros);
        page.memories[device % PAGE] = memory;
    }

    void silent(int device, boolean silent) {
        page(device).silent[device % PAGE] = silent;
    }

    void forEach(Visitor visitor) {
        Page[] known = pages;
        for (int number = 0; number < known.length; number++) {
            Page page = known[number];
            for (int i = 0; page != null && i < PAGE; i++) {
                if (page.heardMicros[i] != NEVER) {
                    visitor.see(number * PAGE + i, page.heardMicros[i], page.silent[i]);
                }
            }
        }
    }

    private Optional<Page> find(int device) {
        Page[] known = pages;
        int number = device / PAGE;
        return number < known.length ? Optional.ofNullable(known[number]) : Optional.empty();
    }

    private Page page(int device) {
        return find(device).orElseGet(() -> add(device / PAGE));
    }

    private synchronized Page add(int number) {
        Page[] known = number < pages.length ? pages.clone() : Arrays.copyOf(pages, number + 1);
        if (known[number] == null) {
            known[number] = new Page();
        }
        pages = known;
        return known[number];
    }
}
