package org.chengshu.sense.decoders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.sense.decoders.Row.Derived;
import org.chengshu.wire.Telemetry;
import org.chengshu.wire.WireFault.Kind;

/**
 * Blocks of one size that follow each other in a frame. How many is a number, a field read before, or as many as there is
 * room for before the bytes that are left at the end. A block's time is read from it, or counted from the frame's time by a
 * step: the newest first goes back, the oldest first ends at the frame's time. Immutable.
 */
record Repeat(
        int at,
        int size,
        Optional<Integer> count,
        Optional<String> counted,
        int leave,
        Optional<BinaryDecoder.Time> time,
        Optional<Duration> every,
        boolean newestFirst,
        List<BinaryField> fields,
        List<Derived> formulas) {
    void read(Frame frame, Row head, Instant when, Instant received, Draft draft) {
        int room = Math.max(0, frame.length() - at - leave) / size;
        int wanted = wanted(head, room);
        if (wanted < 0 || wanted > Telemetry.MAX_OBSERVATIONS) {
            draft.fault(Kind.TOO_MANY_OBSERVATIONS, frame.place(at), wanted + " blocks in one frame");
            return;
        }
        if (wanted > room) {
            draft.fault(
                    Kind.TRUNCATED,
                    frame.place(at + room * size),
                    "the frame has room for " + room + " blocks of " + wanted,
                    wanted - room);
        }
        int there = Math.min(wanted, room);
        for (int i = 0; i < there; i++) {
            block(frame.part(at + i * size, size), i, there, head, when, received, draft);
        }
    }

    private int wanted(Row head, int room) {
        return count.or(() -> counted.map(head.seen()::get).map(number -> ((Double) number).intValue()))
                .orElse(room);
    }

    private void block(Frame block, int index, int count, Row head, Instant when, Instant received, Draft draft) {
        Row row = BinaryDecoder.row(block, fields, formulas, head.seen(), draft);
        int values = Math.max(1, row.values().size());
        Optional<Instant> at = time.isPresent()
                ? BinaryDecoder.read(time.get(), block, received, values, draft)
                : JsonDecoder.within(
                        Optional.of(every.map(
                                        step -> when.minus(step.multipliedBy(newestFirst ? index : count - 1L - index)))
                                .orElse(when)),
                        received,
                        block.place(0),
                        values,
                        draft);
        at.ifPresent(time -> draft.observe(time, row.values()));
    }
}
