package org.chengshu.wire;

import java.util.Arrays;
import java.util.Optional;

/** The few values of one object in the order in which they were read; looked through, because they are few. */
final class Values {
    private static final int FEW = 8;

    private String[] names = new String[FEW];
    private Value[] values = new Value[FEW];
    private int size;

    void put(String name, Value value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    Optional<Value> find(String name) {
        int at = indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(values[at]);
    }

    boolean has(String name) {
        return indexOf(name) >= 0;
    }

    Optional<Value> remove(String name) {
        int at = indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        Value removed = values[at];
        size--;
        System.arraycopy(names, at + 1, names, at, size - at);
        System.arraycopy(values, at + 1, values, at, size - at);
        return Optional.of(removed);
    }

    String name(int place) {
        return names[place];
    }

    Value value(int place) {
        return values[place];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private int indexOf(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
