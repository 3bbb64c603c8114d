package org.chengshu.app.cli;

import tools.jackson.databind.JsonNode;

/** Prints what an import did, column by column. */
final class ImportReport {
    private ImportReport() {}

    static int print(JsonNode job) {
        if (!job.path("state").asString("").equals("done")) {
            System.out.println("The import " + job.path("state").asString("failed") + ": "
                    + job.path("message").path("en").asString(""));
            return 1;
        }
        System.out.println(job.path("result").toPrettyString());
        return 0;
    }
}
