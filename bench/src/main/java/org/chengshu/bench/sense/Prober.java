package org.chengshu.bench.sense;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.chengshu.bench.load.ProbeDevice;

/** A device that goes above its limit and back again and again, and looks out for its alarm each time. */
final class Prober {
    private static final long PACE_MS = 50;
    private static final long LONGEST_SECONDS = 10;
    private static final String RAISED = "\"state\":\"raised\"";

    private final int port;
    private final String token;
    private final String device;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private Instant time;

    Prober(int port, String token, String device, Instant start) {
        this.port = port;
        this.token = token;
        this.device = device;
        this.time = start;
    }

    /** Hears everything that the live view says. */
    void hear(String line) {
        if (line.contains(device) && line.contains(RAISED)) {
            events.add(line);
        }
    }

    /** Goes on until the time is over; tells the nanoseconds of each alarm, infinity for one that never came. */
    void run(long end, DoubleConsumer took) throws IOException, InterruptedException {
        try (ProbeDevice probe = ProbeDevice.connect(port, token)) {
            while (System.nanoTime() < end) {
                events.clear();
                long begun = System.nanoTime();
                probe.publish(next(500));
                boolean came = events.poll(LONGEST_SECONDS, TimeUnit.SECONDS) != null;
                took.accept(came ? System.nanoTime() - begun : Double.POSITIVE_INFINITY);
                probe.awaitAcknowledgement();
                probe.publish(next(20));
                probe.awaitAcknowledgement();
                TimeUnit.MILLISECONDS.sleep(PACE_MS);
            }
        }
    }

    private String next(double value) {
        time = time.plusSeconds(1);
        return "{\"ts\":" + time.toEpochMilli() + ",\"values\":{\"pm25\":" + value + ",\"pm10\":600.1}}";
    }
}
