package org.chengshu.sense.decoders;

/** A stretch of bytes; {@code base} is where it begins in what the device sent, for places. Places below 0 count from the end. */
record Frame(byte[] bytes, int from, int to) {
    static Frame of(byte[] bytes) {
        return new Frame(bytes, 0, bytes.length);
    }

    int length() {
        return to - from;
    }

    /** Where in the bytes the place lies; -1 when so many bytes do not lie there. */
    int start(int at, int length) {
        long start = at < 0 ? (long) to + at : (long) from + at;
        return start >= from && start + length <= to ? (int) start : -1;
    }

    /** As faults write it. */
    String place(int at) {
        return "@" + (at < 0 ? Math.max(0, to + at) : from + at);
    }

    Frame part(int at, int length) {
        return new Frame(bytes, from + at, from + at + length);
    }
}
