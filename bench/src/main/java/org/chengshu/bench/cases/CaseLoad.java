package org.chengshu.bench.cases;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.chengshu.bench.load.Latencies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The generator of cases, in a process of its own: takes the file of a plan, prints one line of JSON when it has ended. */
public final class CaseLoad {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int TRY_LATER = 429;

    private final CaseLoadPlan plan;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CaseWords words;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong unasked = new AtomicLong();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Latencies latencies = new Latencies();
    private String firstFault = "";

    private CaseLoad(CaseLoadPlan plan) {
        this.plan = plan;
        this.words = new CaseWords(plan.mark());
    }

    public static void main(String[] arguments) throws Exception {
        CaseLoadPlan plan = JSON.readValue(Files.readString(Path.of(arguments[0])), CaseLoadPlan.class);
        System.out.println(JSON.writeValueAsString(new CaseLoad(plan).run()));
        System.exit(0);
    }

    /** Runs a plan in a process of its own, to its end. */
    static CaseLoadOutcome apart(CaseLoadPlan plan) throws IOException, InterruptedException {
        Path file = Files.createTempFile("case-load", ".json");
        Files.writeString(file, JSON.writeValueAsString(plan));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CaseLoad.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String last = said.strip().lines().reduce("", (before, line) -> line);
            if (process.waitFor() != 0 || !last.startsWith("{")) {
                throw new IOException("the generator of cases ended: " + said);
            }
            return JSON.readValue(last, CaseLoadOutcome.class);
        } finally {
            process.destroy();
            Files.deleteIfExists(file);
        }
    }

    private CaseLoadOutcome run() throws InterruptedException {
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(plan.seconds());
        try (ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor()) {
            if (plan.perSecond() == 0) {
                closed(lines, end);
            } else {
                open(lines, begun, end);
            }
        }
        double seconds = plan.perSecond() == 0 ? (System.nanoTime() - begun) / 1e9 : plan.seconds();
        return new CaseLoadOutcome(
                done.get(),
                seconds,
                statuses,
                unasked.get(),
                latencies.percentile(0.5),
                latencies.percentile(0.95),
                firstFault);
    }

    private void closed(ExecutorService lines, long end) {
        for (int line = 0; line < plan.lines(); line++) {
            lines.execute(() -> {
                while (System.nanoTime() < end) {
                    once();
                }
            });
        }
    }

    // What is late is begun late and all at once, as people do who wait for nobody.
    private void open(ExecutorService lines, long begun, long end) {
        long every = TimeUnit.SECONDS.toNanos(1) / plan.perSecond();
        for (long at = begun; at < end; at += every) {
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(at - System.nanoTime());
            }
            lines.execute(this::once);
        }
    }

    private void once() {
        long begun = System.nanoTime();
        boolean whole = plan.what().equals(CaseLoadPlan.LIFE) ? life() : report().status() == CREATED;
        if (whole) {
            done.incrementAndGet();
            count(System.nanoTime() - begun);
        }
    }

    private synchronized void count(long nanos) {
        latencies.add(nanos);
    }

    private boolean life() {
        Answer similar = post("/api/cases/v1/similar-cases", words.question(), plan.token());
        Answer taken = report();
        if (similar.status() != OK || taken.status() != CREATED) {
            return false;
        }
        String actions = "/api/cases/v1/cases/"
                + JSON.readTree(taken.body()).path("caseId").asString() + "/actions";
        for (String action : new String[] {"accept", "file", "dispatch", "take", "handled"}) {
            if (post(actions, words.action(action), plan.token()).status() != OK) {
                return false;
            }
        }
        Answer closed = post(actions, words.action("close"), plan.verifier());
        JsonNode page = closed.status() == OK ? JSON.readTree(closed.body()) : JSON.createObjectNode();
        return page.toString().contains("\"stage\":\"close\"");
    }

    private Answer report() {
        return post("/api/cases/v1/reports", words.report(), plan.token());
    }

    private Answer post(String path, Map<String, Object> body, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(plan.node()).resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == TRY_LATER
                    && answer.headers().firstValue("Retry-After").isEmpty()) {
                unasked.incrementAndGet();
            }
            return told(new Answer(answer.statusCode(), answer.body()));
        } catch (IOException e) {
            return told(new Answer(0, e.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return told(new Answer(0, e.toString()));
        }
    }

    private synchronized Answer told(Answer answer) {
        statuses.merge(answer.status(), 1L, Long::sum);
        boolean fine = (answer.status() >= OK && answer.status() < 300) || answer.status() == TRY_LATER;
        if (!fine && firstFault.isEmpty()) {
            firstFault = answer.status() + " " + answer.body();
        }
        return answer;
    }

    private record Answer(int status, String body) {}
}
