package org.chengshu.sense.rules;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.sense.codec.ByteSink;
import org.chengshu.sense.codec.ByteSource;
import org.chengshu.sense.codec.Micros;
import org.chengshu.wire.Value;

/**
 * How a device's memory is kept: as few bytes as it has things to remember (nine when it has none), with the names of rules
 * and properties in it, so that it fits any rules that come later. Times are counted back from the last one.
 */
public final class MemoryCodec {
    /** The first byte; a text in the former form begins with a brace. */
    private static final int FORM = 1;

    private static final int ROOM = 64;

    private MemoryCodec() {}

    public static byte[] write(DeviceMemory memory) {
        ByteSink out = new ByteSink(ROOM);
        out.put(FORM);
        out.low(memory.last, Long.BYTES);
        Map<String, Held> held = memory.held();
        Map<String, Run> runs = memory.runs();
        if (held.isEmpty() && runs.isEmpty()) {
            return out.toBytes();
        }
        out.unsigned(held.size());
        held.forEach((property, one) -> write(out, property, one, memory.last));
        out.unsigned(runs.size());
        runs.forEach((rule, run) -> {
            out.text(rule);
            out.text(run.fingerprint());
            out.unsigned(run.cells().size());
            run.cells().forEach(cell -> cell(out, cell, memory.last));
        });
        return out.toBytes();
    }

    /** The same as a text, for places that keep texts. */
    public static String writeText(DeviceMemory memory) {
        return Base64.getEncoder().encodeToString(write(memory));
    }

    public static DeviceMemory readText(String text) {
        return text.startsWith("{")
                ? MemoryJson.read(text)
                : read(Base64.getDecoder().decode(text));
    }

    /** Reads what {@link #write} wrote, and the JSON that was kept before it. */
    public static DeviceMemory read(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == '{') {
            return MemoryJson.read(new String(bytes, StandardCharsets.UTF_8));
        }
        try {
            return read(new ByteSource(bytes));
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a memory ends too early", e);
        }
    }

    private static DeviceMemory read(ByteSource in) {
        if (in.next() != FORM) {
            throw new IllegalArgumentException("this is no memory of a device");
        }
        long last = in.low(Long.BYTES);
        Map<String, Held> held = new TreeMap<>();
        Map<String, Run> runs = new TreeMap<>();
        if (in.hasMore()) {
            for (long left = in.count(); left > 0; left--) {
                held.put(in.text(), readHeld(in, last));
            }
            for (long left = in.count(); left > 0; left--) {
                runs.put(in.text(), readRun(in, last));
            }
        }
        Optional<Instant> lastTime = last == Micros.NONE ? Optional.empty() : Optional.of(Micros.instant(last));
        return DeviceMemory.of(lastTime, held, runs);
    }

    private static void write(ByteSink out, String property, Held held, long last) {
        out.text(property);
        switch (held.value()) {
            case Value.Num(double number) -> {
                out.put('n');
                out.low(Double.doubleToLongBits(number), Long.BYTES);
            }
            case Value.Bool(boolean flag) -> out.put(flag ? 't' : 'f');
            case Value.Str(String text) -> {
                out.put('s');
                out.text(text);
            }
        }
        out.signed(last - Micros.of(held.since()));
        out.signed(last - Micros.of(held.seen()));
    }

    private static Held readHeld(ByteSource in, long last) {
        Value value =
                switch (in.next()) {
                    case 'n' -> Value.of(Double.longBitsToDouble(in.low(Long.BYTES)));
                    case 't' -> Value.of(true);
                    case 'f' -> Value.of(false);
                    case 's' -> Value.of(in.text());
                    default -> throw new IllegalArgumentException("a value is a number, a truth value or a text");
                };
        long since = last - in.signed();
        long seen = last - in.signed();
        return new Held(value, Micros.instant(since), Micros.instant(seen));
    }

    private static Run readRun(ByteSource in, long last) {
        String fingerprint = in.text();
        long size = in.count();
        List<Long> cells = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            cells.add(cell(in, last));
        }
        return new Run(fingerprint, cells);
    }

    /** Nothing, a small number such as a level, or a time. */
    private static void cell(ByteSink out, long cell, long last) {
        if (cell == Micros.NONE) {
            out.put(0);
        } else if (cell >= 0 && cell < 100) {
            out.put(1);
            out.unsigned(cell);
        } else {
            out.put(2);
            out.signed(last - cell);
        }
    }

    private static long cell(ByteSource in, long last) {
        return switch (in.next()) {
            case 0 -> Micros.NONE;
            case 1 -> in.unsigned();
            case 2 -> last - in.signed();
            default -> throw new IllegalArgumentException("a cell is nothing, a number or a time");
        };
    }
}
