package org.chengshu.sense.device;

import java.util.Arrays;
import java.util.stream.Stream;
import org.chengshu.sense.words.Needle;
import org.chengshu.sense.words.PackedText;

/**
 * Devices by number, and beside each the mark of its text, so that a search walks through memory in order. Written by one
 * thread at a time, read by any: a device is published by its own final fields, an array by the volatile reference.
 */
final class DeviceRows {
    private static final int FIRST = 1_024;

    /** What one reader looks at from beginning to end; the marks part by part. */
    record Snapshot(KnownDevice[] devices, long[][] marks) {
        int end() {
            return devices.length;
        }

        boolean mayHold(int id, Needle needle) {
            return needle.mayBeIn(marks, id);
        }
    }

    private volatile Snapshot rows = new Snapshot(new KnownDevice[FIRST], new long[Needle.PARTS][FIRST]);

    Snapshot snapshot() {
        return rows;
    }

    KnownDevice find(int id) {
        KnownDevice[] devices = rows.devices;
        return id >= 0 && id < devices.length ? devices[id] : null;
    }

    void put(KnownDevice device) {
        Snapshot to = withRoom(device.id());
        long[] mark = Needle.mark(PackedText.searched(device.code(), device.about()));
        for (int part = 0; part < mark.length; part++) {
            to.marks[part][device.id()] = mark[part];
        }
        to.devices[device.id()] = device;
        rows = to;
    }

    private Snapshot withRoom(int id) {
        Snapshot now = rows;
        if (id < now.devices.length) {
            return now;
        }
        int size = Math.max(id + 1, now.devices.length + (now.devices.length >> 1));
        long[][] marks =
                Stream.of(now.marks).map(part -> Arrays.copyOf(part, size)).toArray(long[][]::new);
        return new Snapshot(Arrays.copyOf(now.devices, size), marks);
    }
}
