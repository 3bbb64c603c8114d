package org.chengshu.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chengshu.app.node.NodeAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node in a process of its own, started by its command line as an operator would, so that it can be killed. */
public final class NodeProcess implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final String PROGRAM = "org.chengshu.app.Chengshu";
    /** For tests, whose nodes do not live long. */
    public static final List<String> QUICK_TO_START = List.of("-Xmx768m", "-XX:TieredStopAtLevel=1");
    /** What the launcher gives to the Java machine. */
    public static final List<String> AS_SHIPPED = List.of("-XX:+UseG1GC", "-XX:MaxRAMPercentage=40", "-Xshare:auto");

    private final Path data;
    private final List<String> machine;
    private final String program;
    private final List<String> options;
    private HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private JsonNode address;

    private NodeProcess(Path data, List<String> machine, String program, List<String> options) {
        this.data = data;
        this.program = program;
        this.machine = List.copyOf(machine);
        this.options = List.copyOf(options);
    }

    public static NodeProcess start(Path data, String... options) throws IOException {
        return start(data, QUICK_TO_START, List.of(options));
    }

    /** Starts it on a Java machine with the options given, such as {@link #AS_SHIPPED}. */
    public static NodeProcess start(Path data, List<String> machine, List<String> options) throws IOException {
        return start(data, machine, PROGRAM, options);
    }

    /** The same with another main class, which takes the words of the verb {@code up}. */
    public static NodeProcess start(Path data, List<String> machine, String program, List<String> options)
            throws IOException {
        NodeProcess node = new NodeProcess(data, machine, program, options);
        node.launch();
        return node;
    }

    /** Writes a line to the standard input of the process. */
    public void tell(String line) throws IOException {
        Writer input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(line + "\n");
        input.flush();
    }

    /** Ends the process the hardest way and starts another on the same folder. */
    public void killAndRestart() throws IOException, InterruptedException {
        kill();
        launch();
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks the process to stop, as an operator or the system does, and tells how long it took. */
    public Duration terminate() throws InterruptedException {
        long begun = System.nanoTime();
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the node did not stop within a minute");
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    public void restart() throws IOException {
        launch();
    }

    /** Whether the embedded server of this folder is still there although its node is not. */
    public boolean hasLeftADatabaseRunning() {
        return Files.exists(data.resolve("pg/cluster/postmaster.pid"));
    }

    /** Somebody who looks at a live view and does not leave by himself. */
    public AutoCloseable watchLive(String path) {
        var watching = http.sendAsync(request(people(path)).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        return () -> watching.cancel(true);
    }

    public JsonNode getWith(String token, String path) {
        return expect(
                200,
                HttpRequest.newBuilder(people(path))
                        .header("Authorization", "Bearer " + token)
                        .GET());
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    private void launch() throws IOException {
        Files.createDirectories(data);
        Files.deleteIfExists(data.resolve("node.json"));
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("node.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitReady();
    }

    /** Runs a verb of the command line to its end and gives what it printed; fails when it fails. */
    public static String run(String... verb) throws IOException, InterruptedException {
        Process process = started(verb);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", verb) + " ended with " + process.exitValue() + ": " + printed);
        }
        return printed;
    }

    /** The same for a verb whose exit code is a verdict: what it printed, its log left out. */
    public static String said(String... verb) throws IOException, InterruptedException {
        Process process = started(verb);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.lines()
                .filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d.*"))
                .collect(Collectors.joining("\n"));
    }

    private static Process started(String... verb) throws IOException {
        List<String> words = program(QUICK_TO_START, PROGRAM);
        words.addAll(List.of(verb));
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }

    /** Ends the server that a killed node leaves behind, as the end of the machine would. */
    public void killDatabase() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("pg/cluster/postmaster.pid"));
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }

    private List<String> command() {
        List<String> words = program(machine, program);
        words.addAll(List.of("up", "--data", data.toString()));
        for (String port : List.of("--http-port", "--device-port", "--mqtt-port")) {
            if (!options.contains(port)) {
                words.addAll(List.of(port, "0"));
            }
        }
        words.addAll(options);
        return words;
    }

    private static List<String> program(List<String> machine, String program) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(machine);
        words.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dchengshu.packs=" + packs(),
                "-cp",
                programClasses(),
                program));
        return words;
    }

    /** What the launcher runs, for a shell. */
    public String launcher() {
        return program(QUICK_TO_START, PROGRAM).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
    }

    public Path data() {
        return data;
    }

    // The kit of other modules' tests would bring its own settings into the node.
    private static String programClasses() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitReady() throws IOException {
        Until.within(START_LIMIT, "the node to be ready", () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the node ended: " + log());
            }
            Path file = data.resolve("node.json");
            if (!Files.exists(file)) {
                return false;
            }
            address = JSON.readTree(Files.readString(file));
            http = client();
            return send(HttpRequest.newBuilder(people("/health/ready")).GET()).statusCode() == 200;
        });
    }

    /** Trusts the certificate of this node only, where it has one. */
    private HttpClient client() throws IOException {
        HttpClient.Builder client = HttpClient.newBuilder();
        NodeAddress.readFrom(data).flatMap(NodeAddress::trust).ifPresent(client::sslContext);
        return client.build();
    }

    private String log() throws IOException {
        return Files.readString(data.resolve("node.log"));
    }

    public static Path packs() {
        return Path.of(System.getProperty("chengshu.packs", "../packs"))
                .toAbsolutePath()
                .normalize();
    }

    public URI people(String path) {
        return URI.create(address.path("http").asString()).resolve(path);
    }

    public URI devices(String path) {
        return URI.create(address.path("device").asString()).resolve(path);
    }

    /** The token by which this machine's owner acts on the node. */
    public String ownToken() {
        return address.path("token").asString();
    }

    public int mqttPort() {
        String mqtt = address.path("mqtt").asString();
        return Integer.parseInt(mqtt.substring(mqtt.lastIndexOf(':') + 1));
    }

    public JsonNode get(String path) {
        return expect(200, request(people(path)).GET());
    }

    public JsonNode post(String path, Object body) {
        return write("POST", path, body);
    }

    /** Puts a thing where none is yet. */
    public JsonNode put(String path, Object body) {
        return write("PUT", path, body);
    }

    private JsonNode write(String method, String path, Object body) {
        HttpResponse<String> answer = send(request(people(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        if (answer.statusCode() >= 300) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    /** Posts what is too large to be held, for as long as it takes. */
    public JsonNode upload(String path, Supplier<InputStream> content) {
        HttpRequest request = request(people(path))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofInputStream(content))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads a live view line by line until it is closed; the lines are handed on as they come. */
    public AutoCloseable followLive(String path, Consumer<String> line) {
        CompletableFuture<HttpResponse<Void>> following = http.sendAsync(
                request(people(path)).GET().build(),
                HttpResponse.BodyHandlers.fromLineSubscriber(new LineByLine(line)));
        return () -> following.cancel(true);
    }

    /** Changes a thing as somebody who has just read it. */
    public JsonNode change(String path, Object body) {
        HttpResponse<String> read = send(request(people(path)).GET());
        String tag = read.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(path + " has no ETag"));
        return expect(
                200,
                request(people(path))
                        .header("If-Match", tag)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public HttpResponse<String> asDevice(String token, Object body) {
        return send(HttpRequest.newBuilder(devices("/v1/devices/me/telemetry"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public void applyPack(String name) throws IOException {
        applyPack(packs().resolve(name));
    }

    public void applyPack(Path folder) throws IOException {
        Map<String, String> files = new java.util.TreeMap<>();
        try (var paths = Files.walk(folder)) {
            for (Path file :
                    paths.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        post("/api/core/v1/packs", Map.of("files", files));
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + address.path("token").asString());
    }

    private JsonNode expect(int status, HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
