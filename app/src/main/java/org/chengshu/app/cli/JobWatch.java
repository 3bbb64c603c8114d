package org.chengshu.app.cli;

import java.io.Console;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.chengshu.app.node.NodeClient;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.JsonNode;

/** Follows a long job until it ends and shows its progress on one line. */
final class JobWatch {
    private static final int PERCENT = 100;
    private static final Set<String> OPEN = Set.of("queued", "running");
    private static final boolean TERMINAL =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();

    private JobWatch() {}

    static JsonNode follow(NodeClient client, String id) {
        String shown = "";
        while (true) {
            JsonNode job = client.get("/api/core/v1/jobs/" + id);
            shown = show(job, shown);
            if (!OPEN.contains(job.path("state").asString(""))) {
                if (TERMINAL) {
                    System.err.println();
                }
                return job;
            }
            pause();
        }
    }

    // In a file or a pipe each new state is a line; on a terminal it replaces the one before.
    private static String show(JsonNode job, String before) {
        long done = job.path("done").asLong(0);
        long total = job.path("total").asLong(0);
        String share = total == 0 ? "" : String.format("%3d %%  ", done * PERCENT / total);
        String line = "  " + share + job.path("message").path("en").asString("");
        if (!line.equals(before)) {
            System.err.print(TERMINAL ? "\r" + line + "\u001b[K" : line + "\n");
        }
        return line;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(CoreError.INTERNAL, "interrupted; the job goes on in a node that keeps running", e);
        }
    }
}
