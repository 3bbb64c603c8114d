package org.chengshu.bench.node;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.chengshu.bench.load.Payloads;

/**
 * A CSV file that is written while it is read: for each time a row of every device with all its values, in the order of
 * time, as an export of a station network has it.
 */
public final class Readings extends InputStream {
    private static final String HEAD = "station,time," + String.join(",", Payloads.NAMES) + "\n";

    private final Payloads payloads;
    private final int devices;
    private final byte[][] codes;
    private final long until;
    private long number;
    private int device;
    private byte[] line = HEAD.getBytes(StandardCharsets.US_ASCII);
    private int length = line.length;
    private int place;
    private byte[] time = new byte[0];

    /** @param from number of the first time, {@code until} of the one after the last */
    public Readings(int devices, long startMs, long stepMs, long from, long until) {
        this.payloads = new Payloads(Payloads.NAMES.size(), startMs, stepMs);
        this.devices = devices;
        this.number = from;
        this.until = until;
        this.codes = new byte[devices][];
        for (int i = 0; i < devices; i++) {
            codes[i] = City.code(i).getBytes(StandardCharsets.US_ASCII);
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] target, int offset, int most) {
        int written = 0;
        while (written < most && (place < length || next())) {
            int some = Math.min(most - written, length - place);
            System.arraycopy(line, place, target, offset + written, some);
            place += some;
            written += some;
        }
        return written == 0 ? -1 : written;
    }

    private boolean next() {
        if (number >= until) {
            return false;
        }
        if (device == 0) {
            time = Instant.ofEpochMilli(payloads.time(number)).toString().getBytes(StandardCharsets.US_ASCII);
            line = new byte[codes[0].length + time.length + payloads.longest() + 2];
        }
        length = put(codes[device], 0);
        line[length++] = ',';
        length = put(time, length);
        length = payloads.writeRow(device, number, line, length);
        line[length++] = '\n';
        place = 0;
        if (++device == devices) {
            device = 0;
            number++;
        }
        return true;
    }

    private int put(byte[] text, int at) {
        System.arraycopy(text, 0, line, at, text.length);
        return at + text.length;
    }
}
