package org.chengshu.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A running generator, seen from the bench. */
public final class LoadProcess implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int KEPT_LINES = 40;

    private final Process process;
    private final Path planFile;
    private final BufferedReader said;
    private final Deque<String> last = new ArrayDeque<>();

    private LoadProcess(Process process, Path planFile) {
        this.process = process;
        this.planFile = planFile;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    public static LoadProcess start(Plan plan) throws IOException {
        Path file = Files.createTempFile("load", ".json");
        Files.writeString(file, JSON.writeValueAsString(plan));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms256m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Generator.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        return new LoadProcess(process, file);
    }

    /** Runs it to its end. */
    public static Outcome run(Plan plan) throws IOException {
        try (LoadProcess load = start(plan)) {
            return load.outcome();
        }
    }

    public void awaitConnected() throws IOException {
        await("connected");
    }

    public void awaitSteady() throws IOException {
        await("steady");
    }

    public void awaitOver() throws IOException {
        await("over");
    }

    /** What it saw, once it has ended. */
    public Outcome outcome() throws IOException {
        String line = await("{");
        return JSON.readValue(line, Outcome.class);
    }

    /** Asks it to send nothing new and to come to its end. */
    public void stop() throws IOException {
        process.getOutputStream().close();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    private String await(String beginning) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            last.add(line);
            if (last.size() > KEPT_LINES) {
                last.remove();
            }
        }
        throw new IOException("the load generator ended: " + String.join(System.lineSeparator(), last));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        Files.deleteIfExists(planFile);
    }

    /** For a report: who it is. */
    @Override
    public String toString() {
        return Map.of("generator", process.pid()).toString();
    }
}
