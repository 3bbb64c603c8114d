package org.chengshu.bench.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.chengshu.bench.Talk;

/** Where a running node spends its processor time: taken by the Java machine's own recorder, told as lists. */
public final class Profile {
    private static final String SAMPLE = "jdk.CPUTimeSample";
    private static final int LISTED = 40;
    private static final String OURS = "org.chengshu.";

    private final ProcessHandle node;
    private final Path file;
    private final Map<String, Integer> tops = new HashMap<>();
    private final Map<String, Integer> inclusive = new HashMap<>();
    private final Map<String, Integer> packages = new HashMap<>();
    private final Map<String, Integer> threads = new HashMap<>();
    private int samples;

    private Profile(ProcessHandle node, Path file) {
        this.node = node;
        this.file = file;
    }

    public static Profile begin(ProcessHandle node) throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Profile profile = new Profile(node, folder.resolve("node-" + System.nanoTime() + ".jfr"));
        profile.jcmd("JFR.start", "name=bench", "settings=profile", SAMPLE + "#enabled=true", SAMPLE + "#throttle=5ms");
        return profile;
    }

    /** Ends the recording. */
    public Profile end() throws IOException, InterruptedException {
        jcmd("JFR.stop", "name=bench", "filename=" + file);
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                count(recording.readEvent());
            }
        }
        return this;
    }

    /** Which share of the processor time went by with something of a package on the stack. */
    public double share(String name) {
        return samples == 0 ? 0 : packages.getOrDefault(name, 0) / (double) samples;
    }

    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Tells what it holds, once it has ended. */
    public void tell() {
        Talk.say("profile of the node, %d samples, kept in %s".formatted(samples, file));
        list("threads", threads);
        list("at the top of the stack", tops);
        list("our methods anywhere on the stack", inclusive);
    }

    private void count(RecordedEvent event) {
        if (!event.getEventType().getName().equals(SAMPLE) || event.getStackTrace() == null) {
            return;
        }
        samples++;
        threads.merge(threadOf(event), 1, Integer::sum);
        Set<String> seen = new HashSet<>();
        Set<String> seenPackages = new HashSet<>();
        boolean top = true;
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String name = frame.getMethod().getType().getName() + "."
                    + frame.getMethod().getName();
            if (top) {
                tops.merge(name, 1, Integer::sum);
                top = false;
            }
            if (name.startsWith(OURS) && seen.add(name)) {
                inclusive.merge(name, 1, Integer::sum);
                seenPackages.add(packageOf(frame));
            }
        }
        seenPackages.forEach(name -> packages.merge(name, 1, Integer::sum));
    }

    private static String packageOf(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static String threadOf(RecordedEvent event) {
        var thread = event.getThread("eventThread");
        String name = thread == null || thread.getJavaName() == null ? "?" : thread.getJavaName();
        return name.replaceAll("\\d+", "#");
    }

    private void list(String title, Map<String, Integer> counts) {
        System.err.println("  " + title);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(LISTED)
                .forEach(entry ->
                        System.err.printf("    %5.1f %%  %s%n", 100.0 * entry.getValue() / samples, entry.getKey()));
    }

    private void jcmd(String... words) throws IOException, InterruptedException {
        String[] all = new String[words.length + 2];
        all[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        all[1] = Long.toString(node.pid());
        System.arraycopy(words, 0, all, 2, words.length);
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || (words[0].equals("JFR.stop") && !Files.exists(file))) {
            throw new IOException("jcmd " + words[0] + ": " + said);
        }
    }
}
