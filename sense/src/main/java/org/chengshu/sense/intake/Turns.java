package org.chengshu.sense.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits, by sender: they take turns, one message each, so that whoever sends little does not wait for what others have
 * piled up. The messages of one sender keep their order. For one thread.
 */
final class Turns {
    private final Map<Integer, Line> lines = new HashMap<>();
    private final Deque<Line> order = new ArrayDeque<>();

    private record Line(int sender, Deque<Pending> waiting) {}

    boolean isEmpty() {
        return order.isEmpty();
    }

    void add(Collection<Pending> arrived) {
        arrived.forEach(this::add);
    }

    private void add(Pending pending) {
        int sender = pending.delivery().lane();
        Line line = lines.get(sender);
        if (line == null) {
            line = new Line(sender, new ArrayDeque<>());
            lines.put(sender, line);
            order.add(line);
        }
        line.waiting.add(pending);
    }

    /** Takes so many messages, or those that bring it to so many values, or all; at least one if there is one. */
    List<Pending> take(int messages, int values) {
        List<Pending> taken = new ArrayList<>();
        int sum = 0;
        while (!order.isEmpty() && taken.size() < messages && sum < values) {
            Line line = order.remove();
            Pending next = line.waiting.remove();
            taken.add(next);
            sum += next.values();
            if (line.waiting.isEmpty()) {
                lines.remove(line.sender);
            } else {
                order.add(line);
            }
        }
        return taken;
    }
}
