package org.chengshu.bench.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.yard.Server;

/** How many of the machine's cores the node, its database and others kept busy between two looks. Linux only. */
public final class Cores {
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int OWN_FIELDS = 2;
    private static final int WITH_CHILDREN = 4;

    private final Map<String, ProcessHandle> watched = new LinkedHashMap<>();
    private final Server database;
    private final Map<String, Double> before;
    private final long begun = System.nanoTime();

    private Cores(NodeProcess node, Map<String, ProcessHandle> others) throws IOException {
        watched.put("node", node.handle());
        watched.putAll(others);
        database = Server.of(node.data());
        before = seconds();
    }

    public static Cores watch(NodeProcess node, Map<String, ProcessHandle> others) throws IOException {
        return new Cores(node, others);
    }

    /** Busy cores of each since the first look. */
    public Map<String, Double> busy() {
        double wall = (System.nanoTime() - begun) / 1e9;
        Map<String, Double> busy = new LinkedHashMap<>();
        seconds().forEach((name, now) -> busy.put(name, (now - before.get(name)) / wall));
        return busy;
    }

    public String told() {
        return busy().entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s %.2f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        watched.forEach((name, process) -> seconds.put(name, ticks(process.pid(), OWN_FIELDS) / TICKS_PER_SECOND));
        double backends = ProcessHandle.of(database.pid())
                .map(ProcessHandle::descendants)
                .orElseGet(Stream::empty)
                .mapToDouble(child -> ticks(child.pid(), OWN_FIELDS))
                .sum();
        seconds.put("database", (backends + ticks(database.pid(), WITH_CHILDREN)) / TICKS_PER_SECOND);
        return seconds;
    }

    // The name of the program stands in brackets and may hold spaces.
    private static double ticks(long pid, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double sum = 0;
            for (int i = 0; i < fields; i++) {
                sum += Double.parseDouble(words[USER_TICKS + i]);
            }
            return sum;
        } catch (IOException e) {
            return 0;
        }
    }
}
