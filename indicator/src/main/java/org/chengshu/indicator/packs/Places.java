package org.chengshu.indicator.packs;

import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.kernel.Text;

/** Faults of one item, placed by JSON pointer. */
record Places(PackItem item, PackFaults faults) {
    void add(String pointer, Text message) {
        faults.add(item.place(pointer), message);
    }

    void add(String pointer, String zh, String en) {
        add(pointer, Text.of(zh, en));
    }
}
