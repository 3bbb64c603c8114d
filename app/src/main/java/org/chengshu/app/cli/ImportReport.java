package org.chengshu.app.cli;

import tools.jackson.databind.JsonNode;

/** Prints what an import did, column by column. */
final class ImportReport {
    private static final String LINE = "%-16s %-16s %10s %10s %10s %10s  %s%n";

    private ImportReport() {}

    static int print(JsonNode job) {
        if (!job.path("state").asString("").equals("done")) {
            System.out.println("The import " + job.path("state").asString("failed") + ": "
                    + job.path("message").path("en").asString(""));
            return 1;
        }
        JsonNode result = job.path("result");
        if (result.path("alreadyImported").asBoolean(false)) {
            System.out.println("This file was imported before; nothing was added. The report of then:");
        }
        columns(result.path("columns"));
        System.out.println("Alarms judged over this history: " + alarms(result.path("alarms")));
        System.out.printf(
                "%d rows (%d unreadable), %d devices created, %.1f s, %d rows/s%n",
                result.path("rows").asLong(0),
                result.path("rowsRejected").asLong(0),
                result.path("devicesCreated").asLong(0),
                result.path("elapsedSeconds").asDouble(0),
                result.path("rowsPerSecond").asLong(0));
        return 0;
    }

    private static void columns(JsonNode columns) {
        System.out.printf(LINE, "column", "property", "stored", "missing", "duplicate", "rejected", "why");
        for (JsonNode column : columns) {
            System.out.printf(
                    LINE,
                    column.path("column").asString(""),
                    column.path("property").asString(""),
                    column.path("stored").asString("0"),
                    column.path("missing").asString("0"),
                    column.path("duplicate").asString("0"),
                    column.path("rejected").asString("0"),
                    column.path("reasons").isEmpty()
                            ? ""
                            : column.path("reasons").toString());
            for (JsonNode example : column.path("examples")) {
                System.out.println("    " + example);
            }
        }
    }

    private static String alarms(JsonNode alarms) {
        StringBuilder words = new StringBuilder();
        alarms.forEachEntry(
                (rule, count) -> words.append(rule).append(' ').append(count).append("  "));
        return words.isEmpty() ? "none" : words.toString().strip();
    }
}
