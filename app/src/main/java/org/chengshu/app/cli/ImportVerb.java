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
            CaseImport.class,
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
}
