package org.chengshu.app.cli;

import org.chengshu.app.node.NodeClient;
import tools.jackson.databind.JsonNode;

/** Prints how a load ended: its rows, both sides of every field, the first refused rows. */
final class LoadReport {
    private static final String LINE = "  %-24s %10s %-16s %10s %-16s %s%n";

    private LoadReport() {}

    /** The exit code. */
    static int print(NodeClient client, String id, int refusedShown) {
        JsonNode load = client.get("/api/data/v1/loads/" + id);
        boolean promoted = load.path("state").asString("").equals("promoted");
        System.out.printf(
                "%s, revision %s: %s. %d rows read = %d stored + %d refused%s%n",
                load.path("dataset").asString(),
                load.path("number").asString("-"),
                load.path("state").asString(),
                load.path("read").asLong(),
                load.path("stored").asLong(),
                load.path("refused").asLong(),
                load.path("removed").asLong() == 0
                        ? ""
                        : " + " + load.path("removed").asLong() + " taken away");
        if (!promoted) {
            System.out.println(load.at("/error/en").asString(""));
        }
        fields(load.path("reconciliation"));
        refused(client, id, load.path("refused").asLong(), refusedShown);
        return promoted ? 0 : 1;
    }

    private static void fields(JsonNode reconciliation) {
        if (!reconciliation.isObject()) {
            return;
        }
        System.out.printf(LINE, "field", "delivered", "sum", "in table", "sum", "");
        for (JsonNode field : reconciliation.path("fields")) {
            System.out.printf(
                    LINE,
                    field.path("name").asString(),
                    field.at("/source/present").asString(),
                    field.at("/source/sum").asString(),
                    field.at("/target/present").asString(),
                    field.at("/target/sum").asString(),
                    field.path("same").asBoolean() ? "same" : "DIFFERENT");
        }
    }

    private static void refused(NodeClient client, String id, long refused, int shown) {
        if (refused == 0) {
            return;
        }
        System.out.println("Refused rows (all of them: /api/data/v1/loads/" + id + "/refused.csv):");
        for (JsonNode row : client.get("/api/data/v1/loads/" + id + "/refused?limit=" + shown)
                .path("items")) {
            for (JsonNode fault : row.path("faults")) {
                System.out.println("  line " + row.path("line").asString() + ", "
                        + fault.path("field").asString() + ": "
                        + fault.at("/reason/en").asString());
            }
        }
    }
}
