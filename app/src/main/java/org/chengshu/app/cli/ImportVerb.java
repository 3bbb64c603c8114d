package org.chengshu.app.cli;

import java.io.FileNotFoundException;
import java.nio.file.Path;
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
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Brings files of data in.",
        subcommands = {
            ImportVerb.Readings.class,
            DataImport.class,
            ImportVerb.PastCases.class,
            TreeImportVerb.AreaFile.class,
            TreeImportVerb.OrganisationFile.class
        })
final class ImportVerb {
    @Command(
            name = "readings",
            mixinStandardHelpOptions = true,
            description = {
                "Stores the readings of a CSV file (also .gz); bad rows are shown and the rest is stored.",
                "A broken-off import continues where it stood; a second run adds nothing."
            },
            footer = "%nExample: chengshu import readings --product national-station"
                    + " --mapping packs/air-quality/mappings/prsa.yaml FILE.csv.gz")
    static final class Readings implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Option(names = "--product", required = true, description = "what kind of device reported them")
        String product = "";

        @Option(names = "--mapping", required = true, paramLabel = "FILE", description = "the mapping's YAML file")
        Path mapping = Path.of("");

        @Option(names = "--cases", description = "let historical alarms open cases")
        boolean cases;

        @Parameters(paramLabel = "FILE", description = "the CSV file")
        Path file = Path.of("");

        @Override
        public Integer call() throws FileNotFoundException {
            MappingFile chosen = MappingFile.read(mapping);
            try (RunningNode node = RunningNode.of(options)) {
                NodeClient client = node.client();
                chosen.ensureInstalled(client);
                String path = "/api/sense/v1/imports?product=" + Urls.encode(product) + "&mapping="
                        + Urls.encode(chosen.id()) + "&name="
                        + Urls.encode(file.getFileName().toString()) + "&cases=" + cases;
                JsonNode started = client.post(
                        path,
                        Map.of("Content-Type", "application/octet-stream"),
                        java.net.http.HttpRequest.BodyPublishers.ofFile(file));
                JsonNode job = JobWatch.follow(client, started.path("job").asString());
                return ImportReport.print(job);
            }
        }
    }

    @Command(
            name = "cases",
            mixinStandardHelpOptions = true,
            description = {
                "Brings in the cases of a former system from a dataset, as a pack's 'case-histories' describes it.",
                "Cases that are there by their number stay as they are, so a second run adds only what is new."
            },
            footer =
                    "%nExample: chengshu import data old.csv.gz --dataset raw.old-desk && chengshu import cases old-desk")
    static final class PastCases implements Callable<Integer> {
        private static final int SHOWN = 5;

        @Mixin
        NodeOptions options = new NodeOptions();

        @Parameters(paramLabel = "HISTORY", description = "the id of the history in its pack")
        String history = "";

        @Override
        public Integer call() {
            String path = "/api/cases/v1/histories/" + Urls.encode(history);
            try (RunningNode node = RunningNode.of(options)) {
                NodeClient client = node.client();
                JsonNode started = client.post(path + "/runs", Map.of());
                JsonNode job = JobWatch.follow(client, started.path("job").asString());
                return print(client, path, job);
            }
        }

        private static int print(NodeClient client, String path, JsonNode job) {
            if (!job.path("state").asString("").equals("done")) {
                System.out.println("The import " + job.path("state").asString("failed") + ": "
                        + job.path("message").path("en").asString(""));
                return 1;
            }
            JsonNode result = job.path("result");
            System.out.printf(
                    "%d rows read = %d cases added + %d already there + %d refused; %d of those added lie in no area%n",
                    result.path("rows").asLong(),
                    result.path("stored").asLong(),
                    result.path("already").asLong(),
                    result.path("refused").asLong(),
                    result.path("outside").asLong());
            result.path("unknownDepartments")
                    .forEachEntry((name, rows) -> System.out.println(
                            "  no organisation stands for the department " + name + ": " + rows + " rows"));
            if (result.path("refused").asLong() > 0) {
                System.out.println("Refused rows (all of them: " + path + "/refused):");
                for (JsonNode row : client.get(path + "/refused?limit=" + SHOWN).path("items")) {
                    System.out.println("  " + row.path("number").asString("without a number") + ": "
                            + row.at("/reason/en").asString());
                }
            }
            return 0;
        }
    }
}
