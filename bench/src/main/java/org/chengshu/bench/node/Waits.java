package org.chengshu.bench.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Talk;
import org.chengshu.bench.yard.Server;

/** What a running node waited for while somebody waited for it: its batches, part by part, and the pauses of its machine. */
public final class Waits {
    private static final String BATCH = "chengshu.Batch";
    private static final String PAUSE = "jdk.GCPhasePause";
    private static final List<String> PARTS =
            List.of("draft", "hold", "judge", "sift", "write", "alarm", "commit", "publish", "tell");

    private final ProcessHandle node;
    private final Path file;
    private final List<RecordedEvent> events = new ArrayList<>();

    private final DatabaseWaits database;

    private Waits(ProcessHandle node, Path file, DatabaseWaits database) {
        this.node = node;
        this.file = file;
        this.database = database;
    }

    public static Waits begin(NodeProcess node) throws IOException, InterruptedException, SQLException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        DatabaseWaits database = DatabaseWaits.watch(Server.of(node.data()).open("postgres"));
        Waits waits = new Waits(node.handle(), folder.resolve("waits-" + System.nanoTime() + ".jfr"), database);
        waits.jcmd(
                "JFR.start",
                "name=waits",
                "settings=none",
                "+" + BATCH + "#enabled=true",
                "+" + PAUSE + "#enabled=true");
        return waits;
    }

    /** Ends the recording. */
    public Waits end() throws IOException, InterruptedException {
        database.end();
        jcmd("JFR.stop", "name=waits", "filename=" + file);
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                events.add(recording.readEvent());
            }
        }
        events.sort(Comparator.comparing(RecordedEvent::getStartTime));
        Files.deleteIfExists(file);
        return this;
    }

    /** Tells how long each part took over all, and what went on while each of these stretches of time went by. */
    public void tell(List<Stretch> slow) {
        PARTS.forEach(this::tellPart);
        database.tell(slow);
        List<Double> pauses =
                of(PAUSE).map(event -> ms(event.getDuration())).sorted().toList();
        Talk.say("  %d pauses of the machine, together %.0f ms, at most %.0f ms"
                .formatted(
                        pauses.size(),
                        pauses.stream().mapToDouble(Double::doubleValue).sum(),
                        percentile(pauses, 1)));
        for (Stretch stretch : slow) {
            Talk.say("  from %s for %.0f ms:".formatted(stretch.from, ms(Duration.between(stretch.from, stretch.to))));
            events.stream()
                    .filter(event -> event.getStartTime().isBefore(stretch.to)
                            && event.getEndTime().isAfter(stretch.from))
                    .forEach(event -> Talk.say("    " + told(event, stretch.from)));
        }
    }

    /** A stretch of time. */
    public record Stretch(Instant from, Instant to) {}

    private Stream<RecordedEvent> of(String name) {
        return events.stream().filter(event -> event.getEventType().getName().equals(name));
    }

    private void tellPart(String part) {
        List<Double> took =
                of(BATCH).map(event -> ms(event.getDuration(part))).sorted().toList();
        Talk.say("  %-8s p50 %5.1f  p90 %5.1f  p99 %5.1f  at most %6.1f ms of %d batches"
                .formatted(
                        part,
                        percentile(took, 0.5),
                        percentile(took, 0.9),
                        percentile(took, 0.99),
                        percentile(took, 1),
                        took.size()));
    }

    private static double percentile(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static String told(RecordedEvent event, Instant from) {
        double at = ms(Duration.between(from, event.getStartTime()));
        if (event.getEventType().getName().equals(PAUSE)) {
            return String.format(Locale.ROOT, "at %6.1f the machine paused for %.1f ms", at, ms(event.getDuration()));
        }
        String parts = PARTS.stream()
                .map(part -> String.format(Locale.ROOT, "%s %.1f", part, ms(event.getDuration(part))))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "at %6.1f lane %d, %d messages that waited %d ms, %d decisions: %s",
                at,
                event.getInt("lane"),
                event.getInt("messages"),
                event.getDuration("waited").toMillis(),
                event.getInt("decisions"),
                parts);
    }

    private static double ms(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private void jcmd(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(node.pid())));
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || (words[0].equals("JFR.stop") && !Files.exists(file))) {
            throw new IOException("jcmd " + words[0] + ": " + said);
        }
    }
}
