package org.chengshu.data.theme.check;

import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.kernel.Text;

/** Faults of one theme, each with file and line; a line of its SQL is one of the file. For one reading. */
final class Complaints {
    private final PackItem item;
    private final PackFaults faults;
    private int count;

    Complaints(PackItem item, PackFaults faults) {
        this.item = item;
        this.faults = faults;
    }

    int count() {
        return count;
    }

    void add(String pointer, String zh, String en) {
        count++;
        faults.add(item.place(pointer), Text.of(zh, en));
    }

    void sql(int line, Text message) {
        count++;
        boolean block = item.json().path("sql").asString("").contains("\n");
        int first = item.lines().line("/sql");
        faults.add(item.file() + ":" + (block && line > 0 ? first + line : first), message);
    }
}
