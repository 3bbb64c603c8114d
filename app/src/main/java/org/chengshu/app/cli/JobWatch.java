package org.chengshu.app.cli;

import java.util.concurrent.TimeUnit;
import org.chengshu.app.node.NodeClient;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.JsonNode;

/** Follows a long job until it ends and shows its progress on one line. */
final class JobWatch {
    private static final int PERCENT = 100;

    private JobWatch() {}

    static JsonNode follow(NodeClient client, String id) {
        while (true) {
            JsonNode job = client.get("/api/core/v1/jobs/" + id);
            show(job);
            if (!job.path("state").asString("").equals("running")) {
                System.err.println();
                return job;
            }
            pause();
        }
    }

    private static void show(JsonNode job) {
        long done = job.path("done").asLong(0);
        long total = job.path("total").asLong(0);
        String share = total == 0 ? "" : String.format("%3d %%  ", done * PERCENT / total);
        System.err.printf(
                "\r  %s%s\u001b[K", share, job.path("message").path("en").asString(""));
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
