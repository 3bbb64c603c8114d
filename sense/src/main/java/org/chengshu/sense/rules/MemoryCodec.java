package org.chengshu.sense.rules;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.wire.Value;

/**
 * How a device's memory is kept: as few bytes as it has things to remember (nine when it has none), with the names of rules
 * and properties in it, so that it fits any rules that come later. Times are counted back from the last one.
 */
public final class MemoryCodec {
    /** The first byte; a text in the former form begins with a brace. */
    private static final int FORM = 1;

    private MemoryCodec() {}

    public static byte[] write(DeviceMemory memory) {
        ByteSink out = new ByteSink();
        out.put(FORM);
        out.fixed(memory.last);
        Map<String, Held> held = memory.held();
        Map<String, Run> runs = memory.runs();
        if (held.isEmpty() && runs.isEmpty()) {
            return out.bytes();
        }
        out.varint(held.size());
        held.forEach((property, one) -> write(out, property, one, memory.last));
        out.varint(runs.size());
        runs.forEach((rule, run) -> {
            out.text(rule);
            out.text(run.fingerprint());
            out.varint(run.cells().size());
            run.cells().forEach(cell -> cell(out, cell, memory.last));
        });
        return out.bytes();
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
        ByteSource in = new ByteSource(bytes);
        if (in.take() != FORM) {
            throw new IllegalArgumentException("this is no memory of a device");
        }
        long last = in.fixed();
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
                out.fixed(Double.doubleToLongBits(number));
            }
            case Value.Bool(boolean flag) -> out.put(flag ? 't' : 'f');
            case Value.Str(String text) -> {
                out.put('s');
                out.text(text);
            }
        }
        out.varint(zigzag(last - Micros.of(held.since())));
        out.varint(zigzag(last - Micros.of(held.seen())));
    }

    private static Held readHeld(ByteSource in, long last) {
        Value value =
                switch (in.take()) {
                    case 'n' -> Value.of(Double.longBitsToDouble(in.fixed()));
                    case 't' -> Value.of(true);
                    case 'f' -> Value.of(false);
                    case 's' -> Value.of(in.text());
                    default -> throw new IllegalArgumentException("a value is a number, a truth value or a text");
                };
        long since = last - unzigzag(in.varint());
        long seen = last - unzigzag(in.varint());
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
            out.varint(cell);
        } else {
            out.put(2);
            out.varint(zigzag(last - cell));
        }
    }

    private static long cell(ByteSource in, long last) {
        return switch (in.take()) {
            case 0 -> Micros.NONE;
            case 1 -> in.varint();
            case 2 -> last - unzigzag(in.varint());
            default -> throw new IllegalArgumentException("a cell is nothing, a number or a time");
        };
    }

    private static long zigzag(long number) {
        return number << 1 ^ number >> 63;
    }

    private static long unzigzag(long number) {
        return number >>> 1 ^ -(number & 1);
    }
}
