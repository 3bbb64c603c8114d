package org.chengshu.app.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.node.NodeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What the imports of both trees have in common. */
abstract class TreeImportVerb implements Callable<Integer> {
    @Mixin
    NodeOptions options = new NodeOptions();

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "CSV or GeoJSON, also packed as .gz")
    Path file = Path.of("");

    @Option(names = "--under", paramLabel = "CODE", description = "the parent of rows that name none")
    String under = "";

    @Option(names = "--codes", paramLabel = "PREFIX", description = "only rows whose code begins so, such as 4403")
    String codes = "";

    @Option(names = "--kind", description = "the kind of all rows, such as street; else from the file or the code")
    String kind = "";

    @Option(names = "--reason", description = "why, for the history")
    String reason = "";

    @Option(names = "--dry", description = "look at the file and say what would be done")
    boolean dry;

    @Option(
            names = "--column",
            paramLabel = "ROLE=NAME",
            description = "which column is code, name, nameEn, kind, parent or area; ROLE= alone leaves it out")
    Map<String, String> columns = new LinkedHashMap<>();

    abstract String path();

    Map<String, String> more() {
        return Map.of();
    }

    @Override
    public Integer call() throws FileNotFoundException {
        try (RunningNode node = RunningNode.of(options)) {
            NodeClient client = node.client();
            JsonNode started = client.post(
                    path() + "?" + query(),
                    Map.of("Content-Type", "application/octet-stream"),
                    BodyPublishers.ofFile(file));
            return print(JobWatch.follow(client, started.path("job").asString()));
        }
    }

    private String query() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("name", String.valueOf(file.getFileName()));
        asked.put("under", under);
        asked.put("codes", codes);
        asked.put("kind", kind);
        asked.put("reason", reason);
        asked.put("dry", String.valueOf(dry));
        asked.putAll(more());
        asked.values().removeIf(String::isEmpty);
        columns.forEach((role, name) -> asked.put("column." + role, name));
        StringBuilder query = new StringBuilder();
        asked.forEach((key, value) ->
                query.append(query.isEmpty() ? "" : "&").append(key).append('=').append(Urls.encode(value)));
        return query.toString();
    }

    private static int print(JsonNode job) {
        if (!job.path("state").asString("").equals("done")) {
            System.out.println("The import " + job.path("state").asString("failed") + ": "
                    + job.path("message").path("en").asString(""));
            return 1;
        }
        JsonNode result = job.path("result");
        for (JsonNode fault : result.path("faults")) {
            System.out.println("  " + fault.path("place").asString("") + "  "
                    + fault.path("code").asString("") + "  "
                    + fault.at("/text/en").asString(""));
        }
        for (JsonNode repair : result.path("repaired")) {
            System.out.println("  " + repair.path("code").asString("") + "  "
                    + repair.at("/text/en").asString(""));
        }
        System.out.println("Columns: " + result.path("columns"));
        System.out.println(result.at("/words/en").asString(""));
        return 0;
    }

    @Command(
            name = "areas",
            mixinStandardHelpOptions = true,
            description = {
                "Brings areas with their boundaries into the tree; bad rows are shown and the rest is stored.",
                "A second run changes nothing. Boundaries are kept in WGS-84; say which datum they come in.",
                "Rows without codes find their areas by name, below --under."
            },
            footer = "%nExample: chengshu import areas --file districts.json --datum gcj02 --under 440300")
    static final class AreaFile extends TreeImportVerb {
        @Option(names = "--datum", description = "wgs84 (also when not said), cgcs2000, gcj02 or bd09")
        String datum = "";

        @Override
        String path() {
            return "/api/core/v1/areas/import";
        }

        @Override
        Map<String, String> more() {
            return Map.of("datum", datum);
        }
    }

    @Command(
            name = "organisations",
            mixinStandardHelpOptions = true,
            description = "Brings organisations into their tree; bad rows are shown and the rest is stored.",
            footer = "%nExample: chengshu import organisations --file departments.csv --kind department")
    static final class OrganisationFile extends TreeImportVerb {
        @Override
        String path() {
            return "/api/core/v1/organisations/import";
        }
    }
}
