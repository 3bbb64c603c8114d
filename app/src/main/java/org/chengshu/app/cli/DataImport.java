package org.chengshu.app.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeClient;
import org.chengshu.app.node.NodeOptions;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = {
            "Loads a file of rows (CSV, TSV, Excel, JSON, GeoJSON, also .gz) into a raw dataset.",
            "A dataset that is not there is made from what the file holds. What was delivered is compared",
            "with what is stored; rows that cannot be stored are kept with their reasons."
        },
        footer = "%nExample: chengshu import data firms.csv.gz --dataset raw.firms --title 企业登记 --owner market"
                + " --type capital=text")
final class DataImport implements Callable<Integer> {
    private static final int SHOWN = 5;

    @Mixin
    NodeOptions options = new NodeOptions();

    @Option(names = "--dataset", required = true, paramLabel = "ID", description = "such as raw.firms")
    String dataset = "";

    @Option(names = "--title", description = "of a dataset that is made; its id when not told")
    String title = "";

    @Option(names = "--owner", paramLabel = "CODE", description = "the organisation that answers for it")
    String owner = "";

    @Option(names = "--mode", description = "of a dataset that is made: replace (also when not told), merge or append")
    String mode = "replace";

    @Option(names = "--keys", paramLabel = "FIELD", split = ",", description = "the fields that tell rows apart")
    List<String> keys = new ArrayList<>();

    @Option(
            names = "--fields",
            paramLabel = "COLUMN",
            split = ",",
            description = "only these columns make fields; all when not told")
    List<String> fields = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "FIELD=TYPE",
            description = "text, number, integer, boolean, date or instant, where the proposal is not meant")
    Map<String, String> types = new LinkedHashMap<>();

    @Option(names = "--map", paramLabel = "FIELD=COLUMN", description = "which column fills a field")
    Map<String, String> mapping = new LinkedHashMap<>();

    @Option(names = "--encoding", description = "of the file, such as GB18030, when what is found is wrong")
    String encoding = "";

    @Option(names = "--sheet", description = "of a workbook")
    String sheet = "";

    @Option(names = "--header", description = "the line of the heads, from 1; 0 when there is none")
    Integer header;

    @Option(names = "--whole", description = "the file holds all rows there are, whatever the dataset's mode")
    boolean whole;

    @Parameters(paramLabel = "FILE", description = "the file")
    Path file = Path.of("");

    @Override
    public Integer call() throws FileNotFoundException {
        if (!Files.isReadable(file)) {
            throw new Fault(CoreError.BAD_REQUEST, "there is no file " + file + " that can be read");
        }
        try (RunningNode node = RunningNode.of(options)) {
            NodeClient client = node.client();
            JsonNode upload = client.post(
                    "/api/data/v1/uploads?name=" + Urls.encode(String.valueOf(file.getFileName())),
                    Map.of("Content-Type", "application/octet-stream"),
                    BodyPublishers.ofFile(file));
            String id = upload.path("id").asString();
            JsonNode preview = client.post("/api/data/v1/uploads/" + id + "/preview", shape());
            tell(upload, preview);
            JsonNode load = client.post("/api/data/v1/loads", order(client, id, preview));
            JobWatch.follow(client, load.path("job").asString());
            return LoadReport.print(client, load.path("id").asString(), SHOWN);
        }
    }

    private Map<String, Object> shape() {
        Map<String, Object> shape = new LinkedHashMap<>();
        if (!encoding.isEmpty()) {
            shape.put("encoding", encoding);
        }
        if (!sheet.isEmpty()) {
            shape.put("sheet", sheet);
        }
        if (header != null) {
            shape.put("header", header);
        }
        return shape;
    }

    private static void tell(JsonNode upload, JsonNode preview) {
        System.out.printf(
                "%s: %d bytes, SHA-256 %s%n",
                upload.path("name").asString(),
                upload.path("bytes").asLong(),
                upload.path("sha256").asString());
        System.out.println("Found: " + preview.at("/detected/shape"));
        preview.at("/detected/notes")
                .forEach(note -> System.out.println("  " + note.path("en").asString()));
    }

    private Map<String, Object> order(NodeClient client, String upload, JsonNode preview) {
        Map<String, Object> spec = new LinkedHashMap<>();
        preview.at("/detected/shape").forEachEntry(spec::put);
        spec.put("upload", upload);
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("spec", spec);
        order.put("whole", whole);
        boolean known = client.get("/api/data/v1/stored")
                .path("items")
                .valueStream()
                .anyMatch(one -> one.at("/definition/id").asString().equals(dataset));
        if (known) {
            order.put("dataset", dataset);
            order.put("mapping", mappings());
        } else {
            order.put("define", definition(preview));
            order.put("mapping", drafted(preview));
        }
        return order;
    }

    private List<Map<String, String>> mappings() {
        return mapping.entrySet().stream()
                .map(one -> Map.of("field", one.getKey(), "column", one.getValue()))
                .toList();
    }

    private Map<String, Object> definition(JsonNode preview) {
        String words = title.isEmpty() ? dataset : title;
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("id", dataset);
        definition.put("title", Map.of("zh", words, "en", words));
        definition.put("owner", owner);
        definition.put("mode", mode);
        definition.put("keys", keys);
        definition.put("fields", chosen(preview).stream().map(this::field).toList());
        return definition;
    }

    private Map<String, Object> field(JsonNode draft) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", draft.path("name").asString());
        field.put("title", draft.path("title"));
        field.put("type", type(draft));
        field.put("sensitivity", draft.path("sensitivity").asInt());
        field.put("origin", draft.path("column").asString());
        return field;
    }

    private String type(JsonNode draft) {
        String name = draft.path("name").asString();
        return types.getOrDefault(
                name,
                types.getOrDefault(
                        draft.path("column").asString(), draft.path("type").asString()));
    }

    private List<Map<String, Object>> drafted(JsonNode preview) {
        List<Map<String, Object>> mappings = new ArrayList<>();
        for (JsonNode draft : chosen(preview)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("field", draft.path("name").asString());
            one.put("column", draft.path("column").asString());
            if (draft.path("standard").isString()) {
                one.put("standard", draft.path("standard").asString());
            }
            if (draft.path("format").isString()
                    && type(draft).equals(draft.path("type").asString())) {
                one.put("format", draft.path("format").asString());
            }
            mappings.add(one);
        }
        return mappings;
    }

    private List<JsonNode> chosen(JsonNode preview) {
        return preview.at("/draft/fields")
                .valueStream()
                .filter(draft -> fields.isEmpty()
                        || fields.contains(draft.path("column").asString())
                        || fields.contains(draft.path("name").asString()))
                .toList();
    }

    /** Prints how a load ended: its rows, both sides of every field, the first refused rows. */
    private static final class LoadReport {
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
}
