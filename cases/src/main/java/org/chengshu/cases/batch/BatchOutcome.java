package org.chengshu.cases.batch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** What became of each case of an order, in the order asked: done, with the stage it is in now, or refused, with the reason. */
record BatchOutcome(int done, int refused, List<Line> items) {
    BatchOutcome {
        items = List.copyOf(items);
    }

    static BatchOutcome of(List<Line> items) {
        int done = (int) items.stream().filter(Line::done).count();
        return new BatchOutcome(done, items.size() - done, items);
    }

    record Line(
            UUID id,
            Optional<String> number,
            boolean done,
            Optional<String> stage,
            Optional<String> code,
            Optional<Text> why,
            Optional<String> detail) {
        static Line refused(UUID id, Optional<String> number, Fault fault) {
            return new Line(
                    id,
                    number,
                    false,
                    Optional.empty(),
                    Optional.of(fault.code().name()),
                    Optional.of(fault.code().title()),
                    Optional.of(fault.getMessage()));
        }
    }
}
