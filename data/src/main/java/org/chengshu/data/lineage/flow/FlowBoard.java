package org.chengshu.data.lineage.flow;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.data.LineageEdge;
import org.chengshu.kernel.Text;

/** The flow of data through the layers over some days. */
record FlowBoard(LocalDate from, LocalDate to, List<Stop> stops, List<Link> links, Totals totals) {
    /** How a stop stands, the worst first. */
    enum State {
        FAILED,
        HELD,
        LATE,
        POOR,
        EMPTY,
        FINE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A dataset, table or indicator on the way.
     *
     * @param rows that it holds now; empty where nobody counts them
     * @param late since when it is older than its cycle allows, or since when its source's schedule has waited
     * @param score of quality, 0..100
     * @param days one figure a day, the whole span
     */
    record Stop(
            LineageEdge.Kind kind,
            String id,
            Text title,
            String owner,
            String layer,
            Optional<String> page,
            Optional<Long> rows,
            Optional<Instant> refreshedAt,
            State state,
            Optional<Text> reason,
            Optional<Instant> late,
            Optional<Double> score,
            FlowDay sum,
            List<FlowDay> days) {}

    /** From and to are places in the list of stops; the rows are those that the one hands to the other. */
    record Link(int from, int to, String maker, String by, Optional<Long> rows) {}

    /** Over the span, all datasets together. */
    record Totals(long read, long stored, long refused, long written, long failed, long held, long reads) {}
}
