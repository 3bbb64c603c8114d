package org.chengshu.data.push;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.data.load.CellFault;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.RefusedRow;

/**
 * What became of a batch; rows add up as those of its load do. Immutable.
 *
 * @param rows the first of those refused, with their reasons
 * @param repeated whether the batch had been taken before, and this tells what became of it then
 */
record PushAnswer(
        UUID load,
        Optional<Integer> number,
        String state,
        long read,
        long stored,
        long refused,
        List<Refused> rows,
        boolean repeated) {
    record Refused(long row, long line, List<CellFault> faults) {}

    static PushAnswer of(LoadView load, List<RefusedRow> rows, boolean repeated) {
        return new PushAnswer(
                load.id(),
                load.number(),
                load.state().word(),
                load.read(),
                load.stored(),
                load.refused(),
                rows.stream()
                        .map(row -> new Refused(row.row(), row.line(), row.faults()))
                        .toList(),
                repeated);
    }
}
