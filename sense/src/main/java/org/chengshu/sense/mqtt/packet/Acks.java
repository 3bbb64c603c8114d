package org.chengshu.sense.mqtt.packet;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The answers that a connection owes, in the order of its publications. What goes to the intake comes back in that order,
 * so its commits are only counted; other work says itself when it is done. All on the event loop except {@link #committed}.
 */
public final class Acks {
    private static final int ID = 0xFFFF;
    private static final int CODE_AT = 16;
    private static final int EXACTLY_ONCE = 1 << 24;
    private static final int WORK = 1 << 25;
    private static final int DONE = 1 << 26;
    private static final int LARGEST_ANSWER = 5;

    private final AtomicInteger commits = new AtomicInteger();
    private int[] slots = new int[64];
    private long head;
    private long tail;
    private int counted;

    public int open() {
        return (int) (tail - head);
    }

    /** An answer to give once the intake has committed; the code is known already. */
    public void afterCommit(int packet, boolean exactlyOnce, int code) {
        add(packet | (code << CODE_AT) | (exactlyOnce ? EXACTLY_ONCE : 0));
    }

    /** An answer to give once some work is done; the number names it. */
    public long afterWork(int packet, boolean exactlyOnce) {
        add(packet | WORK | (exactlyOnce ? EXACTLY_ONCE : 0));
        return tail - 1;
    }

    public void done(long work, int code) {
        slots[at(work)] |= DONE | (code << CODE_AT);
    }

    /** Another of what went to the intake is committed; true for the first since the last {@link #write}. */
    public boolean committed() {
        return commits.getAndIncrement() == 0;
    }

    /** Writes what can be answered now; nothing when the buffer stays empty. */
    public void write(ByteBuf out) {
        counted += commits.getAndSet(0);
        while (head < tail) {
            int slot = slots[at(head)];
            if ((slot & WORK) != 0) {
                if ((slot & DONE) == 0) {
                    return;
                }
            } else if (counted == 0) {
                return;
            } else {
                counted--;
            }
            head++;
            Packets.ack(
                    out,
                    (slot & EXACTLY_ONCE) != 0 ? Packets.PUBREC : Packets.PUBACK,
                    slot & ID,
                    (slot >> CODE_AT) & 0xFF);
        }
    }

    /** How many bytes {@link #write} takes at most. */
    public int mostBytes() {
        return Math.max(16, open() * LARGEST_ANSWER);
    }

    private void add(int slot) {
        if (tail - head == slots.length) {
            int[] larger = new int[slots.length * 2];
            for (long i = head; i < tail; i++) {
                larger[(int) (i & (larger.length - 1))] = slots[at(i)];
            }
            slots = larger;
        }
        slots[at(tail)] = slot;
        tail++;
    }

    private int at(long number) {
        return (int) (number & (slots.length - 1));
    }
}
