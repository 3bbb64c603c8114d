package org.chengshu.data.library.match;

/** Texts as 64-bit numbers, stable for good: they are stored. Two texts share one by chance once in 10^19. Pure. */
public final class Hashes {
    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hashes() {}

    /** Of several texts one after another; an absent one (null) differs from an empty one. Never 0. */
    public static long of(String... texts) {
        long hash = START;
        for (String text : texts) {
            hash = text == null ? step(hash, 0xfffe) : add(hash, text);
            hash = step(hash, 0xffff);
        }
        long mixed = mix(hash);
        return mixed == 0 ? 1 : mixed;
    }

    private static long add(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = step(hash, text.charAt(i));
        }
        return hash;
    }

    private static long step(long hash, int unit) {
        return (hash ^ unit) * PRIME;
    }

    private static long mix(long hash) {
        long first = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        long second = (first ^ (first >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return second ^ (second >>> 33);
    }
}
