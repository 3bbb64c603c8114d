package org.chengshu.bench.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process takes of the machine's memory, in MiB: at most so far, now, and its Java heap after a collection. */
public record Memory(double most, double now, double heap) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final double KIB = 1_024;

    public static Memory of(ProcessHandle process) throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        String status = Files.readString(Path.of("/proc", pid, "status"));
        double most = field(status, "VmHWM");
        double now = field(status, "VmRSS");
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        return new Memory(most, now, used.find() ? Double.parseDouble(used.group(1)) / KIB : Double.NaN);
    }

    private static double field(String status, String name) {
        Matcher matcher = Pattern.compile(name + ":\\s+(\\d+) kB").matcher(status);
        if (!matcher.find()) {
            throw new IllegalStateException("this system does not tell " + name);
        }
        return Double.parseDouble(matcher.group(1)) / KIB;
    }

    private static String jcmd(String pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid, command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
