package org.chengshu.data.library.build;

import java.util.BitSet;
import java.util.function.LongConsumer;

/** The rows of a source that are known, by the hash of their key: what they held and who they are. For one thread. */
final class KnownRows {
    static final int ABSENT = -1;
    private static final int FIRST_ROOM = 1 << 10;

    private long[] keys = new long[FIRST_ROOM];
    private long[] contents = new long[FIRST_ROOM];
    private long[] ids = new long[FIRST_ROOM];
    private BitSet seen = new BitSet();
    private int size;

    int find(long key) {
        for (int at = place(key, keys.length); keys[at] != 0; at = at + 1 & keys.length - 1) {
            if (keys[at] == key) {
                return at;
            }
        }
        return ABSENT;
    }

    /** Of a key that is not known yet. */
    int add(long key, long content, long id) {
        if (2 * ++size > keys.length) {
            grow();
        }
        int at = free(key);
        keys[at] = key;
        contents[at] = content;
        ids[at] = id;
        return at;
    }

    long content(int at) {
        return contents[at];
    }

    long id(int at) {
        return ids[at];
    }

    /** Whether it was seen before. */
    boolean see(int at) {
        boolean before = seen.get(at);
        seen.set(at);
        return before;
    }

    /** As if it had not been seen. */
    void forget(int at) {
        seen.clear(at);
    }

    void unseen(LongConsumer id) {
        for (int at = 0; at < keys.length; at++) {
            if (keys[at] != 0 && !seen.get(at)) {
                id.accept(ids[at]);
            }
        }
    }

    private int free(long key) {
        int at = place(key, keys.length);
        while (keys[at] != 0) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private static int place(long key, int room) {
        return (int) (key ^ key >>> 32) & room - 1;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldContents = contents;
        long[] oldIds = ids;
        BitSet oldSeen = seen;
        keys = new long[oldKeys.length * 2];
        contents = new long[keys.length];
        ids = new long[keys.length];
        seen = new BitSet(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = free(oldKeys[i]);
                keys[at] = oldKeys[i];
                contents[at] = oldContents[i];
                ids[at] = oldIds[i];
                seen.set(at, oldSeen.get(i));
            }
        }
    }
}
