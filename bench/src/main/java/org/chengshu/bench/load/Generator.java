package org.chengshu.bench.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * The generator's process: one thread, one selector. Reads its plan from the file named, prints {@code connected},
 * {@code steady} and {@code over} when it is so, and in the last line its outcome as JSON.
 */
public final class Generator {
    private static final int READ_BYTES = 1 << 16;
    private static final long LAST_ANSWERS_MS = 120_000;
    private static final long AGAIN_MS = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Plan plan;
    private final Watch watch = new Watch();
    private final List<Line> lines = new ArrayList<>();
    private final List<Line> broken = new ArrayList<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
    private final Selector selector;
    private long paceBegun;
    private long paid;
    private int lost;
    private long nextTry;
    private volatile boolean stopped;

    private Generator(Plan plan) throws IOException {
        this.plan = plan;
        this.selector = Selector.open();
        Messages messages = plan.messages();
        for (int i = 0; i < plan.tokens().size(); i++) {
            lines.add(new Line(i, plan, messages, watch));
        }
    }

    public static void main(String[] words) throws IOException {
        Plan plan = JSON.readValue(Files.readString(Path.of(words[0])), Plan.class);
        System.out.println(JSON.writeValueAsString(new Generator(plan).run()));
    }

    private Outcome run() throws IOException {
        Thread.ofVirtual().start(this::listenForStop);
        for (Line line : lines) {
            line.connect(selector);
        }
        turn(now -> !lines.stream().allMatch(Line::isOpen), false);
        System.out.println("connected");
        paceBegun = System.nanoTime();
        turnFor(plan.warmUpMs());
        turn(now -> !lines.stream().allMatch(line -> line.acknowledged() >= plan.leastFirst()), true);
        System.out.println("steady");
        watch.steady(true);
        long begun = System.nanoTime();
        turnFor(plan.steadyMs());
        double seconds = (System.nanoTime() - begun) / 1e9;
        watch.steady(false);
        System.out.println("over");
        long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_ANSWERS_MS);
        turn(now -> now < limit && !lines.stream().allMatch(Line::isDone), false);
        lines.forEach(Line::bye);
        return outcome(seconds);
    }

    /** The end of the standard input means: send nothing new. */
    private void listenForStop() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Then nobody can say any more that it should go on.
        }
        stopped = true;
    }

    private Outcome outcome(double seconds) {
        Latencies latencies = watch.latencies();
        return new Outcome(
                latencies.count(),
                seconds,
                latencies.percentile(0.5),
                latencies.percentile(0.99),
                latencies.percentile(1),
                watch.disorder(),
                lost,
                lines.stream().map(Line::acknowledged).toList(),
                lines.stream().map(Line::sent).toList());
    }

    private void turnFor(long milliseconds) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        turn(now -> now < end && !stopped, true);
    }

    private void turn(java.util.function.LongPredicate goesOn, boolean going) throws IOException {
        if (going) {
            lines.forEach(line -> pump(line, System.nanoTime(), true));
        }
        for (long now = System.nanoTime(); goesOn.test(now); now = System.nanoTime()) {
            selector.select(key -> serve(key, going), plan.rate() > 0 ? 1 : 10);
            if (going && plan.rate() > 0) {
                pace(System.nanoTime());
            }
            mend(System.nanoTime());
        }
    }

    private void serve(SelectionKey key, boolean going) {
        Line line = (Line) key.attachment();
        long now = System.nanoTime();
        try {
            if (key.isReadable()) {
                line.read(in, now);
            }
        } catch (IOException e) {
            broke(line, e);
            return;
        }
        pump(line, now, going);
    }

    private void pump(Line line, long now, boolean going) {
        try {
            line.pump(now, going);
        } catch (IOException e) {
            broke(line, e);
        }
    }

    private void pace(long now) {
        long due = (long) ((now - paceBegun) / 1e9 * plan.rate());
        for (; paid < due; paid++) {
            Line line = lines.get((int) (paid % lines.size()));
            line.owe();
            pump(line, now, true);
        }
    }

    private void broke(Line line, IOException e) {
        lost++;
        line.drop();
        if (!plan.enduring()) {
            throw new IllegalStateException("a connection was lost: " + e.getMessage(), e);
        }
        broken.add(line);
    }

    private void mend(long now) {
        if (broken.isEmpty() || now < nextTry) {
            return;
        }
        nextTry = now + TimeUnit.MILLISECONDS.toNanos(AGAIN_MS);
        List<Line> again = List.copyOf(broken);
        broken.clear();
        for (Line line : again) {
            try {
                line.connect(selector);
            } catch (IOException e) {
                line.drop();
                broken.add(line);
            }
        }
    }
}
