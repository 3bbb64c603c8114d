package org.chengshu.sense.intake;

import java.time.Instant;
import java.util.List;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.chengshu.sense.Delivery;

/**
 * What a batch waited for, for the Java machine's own recorder; written down only while a recording asks for it. Each part
 * begins where the one before it ends.
 */
@Name("chengshu.Batch")
@Label("Batch of the intake")
@Category("Chengshu")
@Description("How long a batch took, part by part")
@Enabled(false)
@StackTrace(false)
final class BatchTrace extends Event {
    @Label("Lane")
    int lane;

    @Label("Messages")
    int messages;

    @Label("Waited before")
    @Timespan(Timespan.MILLISECONDS)
    long waited;

    @Label("Drafted")
    @Timespan
    long draft;

    @Label("Held devices")
    @Timespan
    long hold;

    @Label("Judged")
    @Timespan
    long judge;

    @Label("Sifted")
    @Timespan
    long sift;

    @Label("Written")
    @Timespan
    long write;

    @Label("Alarms")
    @Timespan
    long alarm;

    @Label("Committed")
    @Timespan
    long commit;

    @Label("Published")
    @Timespan
    long publish;

    @Label("Told")
    @Timespan
    long tell;

    @Label("Decisions")
    int decisions;

    private transient long last;

    static BatchTrace of(int lane, List<Delivery> deliveries, Instant now) {
        BatchTrace trace = new BatchTrace();
        trace.lane = lane;
        trace.messages = deliveries.size();
        trace.waited = deliveries.getFirst().received().until(now).toMillis();
        trace.begin();
        trace.last = System.nanoTime();
        return trace;
    }

    /** How long it is since this was asked last. */
    long part() {
        long now = System.nanoTime();
        long part = now - last;
        last = now;
        return part;
    }
}
