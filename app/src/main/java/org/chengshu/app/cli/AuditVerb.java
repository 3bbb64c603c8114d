package org.chengshu.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.node.NodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "What was done, by whom: proves that it is as it was written, and takes it elsewhere.",
        subcommands = {AuditVerb.Verify.class, AuditVerb.Export.class})
final class AuditVerb {
    /** From when until when, of both verbs. */
    static final class Stretch {
        @Option(names = "--from", paramLabel = "TIME", description = "the first moment, e.g. 2026-11-01T00:00:00Z")
        String from = "";

        @Option(names = "--to", paramLabel = "TIME", description = "the moment before which it ends")
        String to = "";

        Map<String, String> given() {
            Map<String, String> given = new LinkedHashMap<>();
            if (!from.isBlank()) {
                given.put("from", from);
            }
            if (!to.isBlank()) {
                given.put("to", to);
            }
            return given;
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Walks over the chain and names the first entry that is not as it was sealed.",
                "Ends with 0 when all is whole, with 1 when not."
            },
            footer = "%nExample: chengshu audit verify --from 2026-11-01T00:00:00Z")
    static final class Verify implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Mixin
        Stretch stretch = new Stretch();

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                NodeClient client = node.client();
                long began = System.nanoTime();
                JsonNode started = client.post("/api/core/v1/audit/verify", stretch.given());
                JsonNode job = JobWatch.follow(client, started.path("job").asString());
                double seconds = (System.nanoTime() - began) / 1e9;
                return print(job, seconds, System.out);
            }
        }

        private static int print(JsonNode job, double seconds, PrintStream out) {
            JsonNode result = job.path("result");
            if (!result.has("whole")) {
                out.println("the verification ended as " + job.path("state").asString("") + ": "
                        + job.path("message").path("en").asString(""));
                return 1;
            }
            out.printf(
                    "%d entries verified in %.1f s, %d wait to be sealed, %d heads written down outside compared%n",
                    result.path("entries").asLong(),
                    seconds,
                    result.path("waiting").asLong(),
                    result.path("heads").asLong());
            JsonNode head = result.path("head");
            if (head.has("hash")) {
                out.println("head " + head.path("number").asLong() + "  "
                        + head.path("algorithm").asString() + "  "
                        + head.path("hash").asString());
            }
            if (result.path("whole").asBoolean()) {
                out.println("the audit is whole");
                return 0;
            }
            JsonNode broken = result.path("broken");
            out.println("BROKEN (" + result.path("faults").asLong() + "), first at "
                    + broken.path("at").asString() + "  entry "
                    + broken.path("id").asString() + "  link "
                    + broken.path("number").asLong());
            out.println("  " + broken.path("what").asString() + ": "
                    + broken.path("detail").path("en").asString());
            out.println("  " + broken.path("detail").path("zh").asString());
            return 1;
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description =
                    "Writes entries and their links as lines of JSON, gzipped; docs/audit-check.py checks them alone.",
            footer =
                    "%nExample: chengshu audit export audit-2026-11.ndjson.gz --from 2026-11-01T00:00:00Z --to 2026-12-01T00:00:00Z")
    static final class Export implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Mixin
        Stretch stretch = new Stretch();

        @Parameters(paramLabel = "FILE", description = "where to; must not be there yet")
        Path file = Path.of("");

        @Override
        public Integer call() {
            try (RunningNode node = RunningNode.of(options)) {
                StringBuilder path = new StringBuilder("/api/core/v1/audit/export");
                stretch.given().forEach((name, value) -> path.append(path.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(Urls.encode(value)));
                node.client().download(path.toString(), file);
                System.out.println("written to " + file.toAbsolutePath());
            }
            return 0;
        }
    }
}
