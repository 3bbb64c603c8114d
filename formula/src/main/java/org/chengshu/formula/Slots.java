package org.chengshu.formula;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Values of variables by place, for formulas that are asked many times a second: a {@link BoundFormula} says which variable
 * stands at which place. It is filled, asked and cleared by one thread; nothing is boxed on the way. A number that is NaN or
 * infinite is as good as absent. Durations are whole microseconds.
 */
public final class Slots {
    private static final byte ABSENT = 0;
    private static final Type[] TYPES = Type.values();

    final double[] numbers;
    final long[] micros;
    final Object[] others;
    /** Set by a node that has no result; whoever can do without it takes it back. */
    boolean fault;

    private final byte[] kinds;

    public Slots(int size) {
        numbers = new double[size];
        micros = new long[size];
        others = new Object[size];
        kinds = new byte[size];
    }

    public int size() {
        return kinds.length;
    }

    /** Forgets every value. */
    public void clear() {
        Arrays.fill(kinds, ABSENT);
    }

    public void setNumber(int place, double number) {
        numbers[place] = number;
        kinds[place] = Double.isFinite(number) ? kind(Type.NUMBER) : ABSENT;
    }

    public void setBoolean(int place, boolean flag) {
        others[place] = flag;
        kinds[place] = kind(Type.BOOLEAN);
    }

    public void setText(int place, String text) {
        others[place] = text;
        kinds[place] = kind(Type.TEXT);
    }

    public void setDuration(int place, long durationMicros) {
        micros[place] = durationMicros;
        kinds[place] = kind(Type.DURATION);
    }

    public void setTime(int place, Instant time) {
        others[place] = time;
        kinds[place] = kind(Type.TIMESTAMP);
    }

    public boolean isKnown(int place) {
        return kinds[place] != ABSENT;
    }

    /** The value as the Java type that {@link Type} names. */
    public Optional<Object> find(int place) {
        if (kinds[place] == ABSENT) {
            return Optional.empty();
        }
        return Optional.of(
                switch (TYPES[kinds[place] - 1]) {
                    case NUMBER -> numbers[place];
                    case BOOLEAN, TEXT, TIMESTAMP -> others[place];
                    case DURATION -> duration(micros[place]);
                });
    }

    boolean holds(int place, byte kind) {
        return kinds[place] == kind;
    }

    @SuppressWarnings("EnumOrdinal") // lives no longer than the process
    static byte kind(Type type) {
        return (byte) (type.ordinal() + 1);
    }

    private static Duration duration(long micros) {
        long second = 1_000_000;
        return Duration.ofSeconds(Math.floorDiv(micros, second), Math.floorMod(micros, second) * 1_000);
    }
}
