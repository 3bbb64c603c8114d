package org.chengshu.bench.node;

import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import tools.jackson.databind.JsonNode;

/** The import of readings, as somebody with a file uses it. */
public final class Imports {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Imports() {}

    /** Hands a file in, waits until it is imported, and tells the whole time in seconds. */
    public static double take(NodeProcess node, String name, Supplier<InputStream> file, long rows) {
        long begun = System.nanoTime();
        String path = "/api/sense/v1/imports?product=" + City.PRODUCT + "&mapping=bench-csv&name=" + name;
        String job = "/api/core/v1/jobs/" + node.upload(path, file).path("job").asString();
        Until.within(LONGEST, "the import " + name, () -> hasEnded(node.get(job)));
        double seconds = (System.nanoTime() - begun) / 1e9;
        JsonNode report = node.get(job).path("result");
        if (report.path("rows").asLong() != rows || report.path("rowsRejected").asLong() != 0) {
            throw new IllegalStateException("the import is not whole: " + node.get(job));
        }
        return seconds;
    }

    private static boolean hasEnded(JsonNode job) {
        return switch (job.path("state").asString()) {
            case "queued", "running" -> false;
            case "done" -> true;
            default -> throw new IllegalStateException("the import ended as " + job);
        };
    }
}
