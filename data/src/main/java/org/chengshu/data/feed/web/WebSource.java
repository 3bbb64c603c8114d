package org.chengshu.data.feed.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedOpener;
import org.chengshu.data.feed.FileFormat;
import org.chengshu.data.feed.FileShape;
import org.chengshu.data.feed.FileShapes;
import org.chengshu.data.feed.OpenSource;
import org.chengshu.data.feed.SourceBook;
import org.chengshu.data.feed.SourceKind;
import org.chengshu.data.feed.net.Reach;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources that answer JSON over HTTP, page by page. */
@Component
final class WebSource implements FeedOpener, SourceKind {
    private static final String HEADERS = "secretHeaders";

    private final SourceBook sources;
    private final FileShapes shapes;
    private final Reach reach;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(15))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WebSource(SourceBook sources, FileShapes shapes, Reach reach, JsonMapper json, Clock clock) {
        this.sources = sources;
        this.shapes = shapes;
        this.reach = reach;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "http";
    }

    @Override
    public Set<String> secrets() {
        return Set.of(HEADERS);
    }

    @Override
    public List<PlacedFault> check(JsonNode config) {
        return WebConfig.check(config);
    }

    @Override
    public Text test(OpenSource source) {
        WebConfig config = config(source);
        JsonNode answer = pages(config, Optional.empty()).look();
        int size = json.writeValueAsString(answer).length();
        return Text.of(
                "已应答，首页 " + size + " 个字符的 JSON", "it answers; the first page is JSON of " + size + " characters");
    }

    @Override
    public Feed open(JsonNode spec, Optional<JsonNode> from) {
        return open(sources.get(UUID.fromString(spec.path("source").asString(""))), from);
    }

    Feed open(OpenSource source, Optional<JsonNode> from) {
        WebConfig config = config(source);
        Optional<String> since = from.filter(JsonNode::isObject)
                .map(mark -> mark.path("since").asString(""))
                .filter(text -> !text.isEmpty());
        WebPages pages = pages(config, since);
        try {
            Path file = Files.createTempFile("web-source", ".jsonl");
            return feed(file, pages, config, since);
        } catch (IOException e) {
            throw new Fault(DataError.FEED_BROKEN, "the rows cannot be laid down: " + e.getMessage(), e);
        }
    }

    private Feed feed(Path file, WebPages pages, WebConfig config, Optional<String> since) throws IOException {
        try {
            pages.layDown(file);
            Feed rows = pages.rows() == 0
                    ? new NoRows(config.by().map(List::of).orElse(List.of("column 1")))
                    : shapes.open(
                            () -> stream(file),
                            "rows.jsonl",
                            FileShape.untold().as(FileFormat.JSONL).encoded("UTF-8"));
            return new WebFeed(file, rows, pages, config.by(), since);
        } catch (IOException | Fault e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static InputStream stream(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new Fault(DataError.FEED_BROKEN, "the laid down rows cannot be read: " + e.getMessage(), e);
        }
    }

    private WebPages pages(WebConfig config, Optional<String> since) {
        return new WebPages(config, new WebCalls(client, config, reach, clock), json, since);
    }

    private WebConfig config(OpenSource source) {
        return WebConfig.of(source, source.secret(HEADERS).map(this::headers).orElse(Map.of()));
    }

    private Map<String, String> headers(String text) {
        try {
            Map<String, String> headers = json.readValue(text, new TypeReference<Map<String, String>>() {});
            headers.forEach((name, value) -> {
                if (!WebConfig.isHeader(name, value)) {
                    throw new Fault(DataError.SOURCE_FAULTY, "secretHeaders: the header " + name + " cannot be sent");
                }
            });
            return headers;
        } catch (JacksonException e) {
            throw new Fault(DataError.SOURCE_FAULTY, "secretHeaders: must be an object of names and values");
        }
    }
}
