package org.chengshu.data.feed.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.kernel.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks over the pages of a web source and lays their rows down, one JSON object a line. */
final class WebPages {
    private static final int MOST_PAGES = 100_000;

    private final WebConfig config;
    private final WebCalls calls;
    private final JsonMapper json;
    private final Optional<String> since;
    private final Set<String> been = new HashSet<>();
    private long rows;
    private long bytes;
    private Optional<Long> total = Optional.empty();
    private byte[] former = {};

    WebPages(WebConfig config, WebCalls calls, JsonMapper json, Optional<String> since) {
        this.config = config;
        this.calls = calls;
        this.json = json;
        this.since = since;
    }

    long rows() {
        return rows;
    }

    Optional<Long> total() {
        return total;
    }

    void layDown(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            Optional<URI> page = Optional.of(first());
            for (int number = 0; page.isPresent(); number++) {
                if (number == MOST_PAGES || !been.add(page.get().toString())) {
                    throw new Fault(DataError.FEED_FAULTY, "the pages of the source have no end");
                }
                page = page(page.get(), number, out);
            }
        }
    }

    /** The first page alone, for whoever only wants to see it. */
    JsonNode look() {
        return read(calls.call(first()).body());
    }

    private Optional<URI> page(URI address, int number, BufferedWriter out) throws IOException {
        WebCalls.Answer answer = calls.call(address);
        JsonNode document = read(answer.body());
        JsonNode list = list(document);
        boolean counted = config.paging().equals("page") || config.paging().equals("offset");
        if (counted && !list.isEmpty() && Arrays.equals(former, answer.body())) {
            throw new Fault(
                    DataError.FEED_FAULTY, "two pages are the same; the source does not heed " + config.pageParam());
        }
        former = answer.body();
        for (JsonNode row : list) {
            String line = json.writeValueAsString(row);
            out.write(line);
            out.write('\n');
            rows++;
            bytes += line.length();
        }
        if (bytes > FeedLimits.MOST_BYTES) {
            throw new Fault(
                    DataError.FEED_FAULTY, "the source has more than " + (FeedLimits.MOST_BYTES >> 30) + " GiB");
        }
        config.totalPath()
                .map(way -> at(document, way))
                .filter(JsonNode::isNumber)
                .ifPresent(told -> total = Optional.of(told.longValue()));
        return next(answer, document, list.size(), number);
    }

    private Optional<URI> next(WebCalls.Answer answer, JsonNode document, int size, int number) {
        boolean last = size == 0 || (config.pageSize() > 0 && size < config.pageSize());
        return switch (config.paging()) {
            case "page" -> last ? Optional.empty() : Optional.of(with(String.valueOf(config.firstPage() + number + 1)));
            case "offset" -> last ? Optional.empty() : Optional.of(with(String.valueOf(rows)));
            case "cursor" -> cursor(document).map(this::with);
            case "link" ->
                cursor(document).or(answer::link).map(link -> answer.from().resolve(link));
            default -> Optional.empty();
        };
    }

    private Optional<String> cursor(JsonNode document) {
        return config.cursorPath()
                .map(way -> at(document, way))
                .filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull())
                .map(JsonNode::asString)
                .filter(text -> !text.isEmpty());
    }

    private URI first() {
        return switch (config.paging()) {
            case "page" -> with(String.valueOf(config.firstPage()));
            case "offset" -> with("0");
            default -> address(Optional.empty());
        };
    }

    private URI with(String place) {
        return address(Optional.of(place));
    }

    private URI address(Optional<String> place) {
        StringBuilder query = new StringBuilder();
        place.ifPresent(value -> parameter(query, config.pageParam(), value));
        config.sizeParam()
                .filter(name -> config.pageSize() > 0)
                .ifPresent(name -> parameter(query, name, String.valueOf(config.pageSize())));
        since.ifPresent(value -> config.sinceParam().ifPresent(name -> parameter(query, name, value)));
        String base = config.url().toString();
        String join = base.contains("?") ? "&" : "?";
        return query.isEmpty() ? config.url() : URI.create(base + join + query);
    }

    private static void parameter(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new Fault(DataError.FEED_FAULTY, "the source answered no sound JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The list of rows: at the way told, else the document itself, else the longest list of objects within it. */
    private JsonNode list(JsonNode document) {
        JsonNode found = config.path().map(way -> at(document, way)).orElseGet(() -> guess(document));
        if (!found.isArray()) {
            throw new Fault(
                    DataError.FEED_FAULTY,
                    config.path().map(way -> "there is no list at " + way).orElse("there is no list in the answer")
                            + " of the source");
        }
        return found;
    }

    private static JsonNode guess(JsonNode document) {
        if (!document.isObject()) {
            return document;
        }
        JsonNode best = document;
        for (JsonNode child : document) {
            JsonNode found = guess(child);
            if (found.isArray() && (!best.isArray() || found.size() > best.size())) {
                best = found;
            }
        }
        return best;
    }

    private static JsonNode at(JsonNode document, String way) {
        JsonNode node = document;
        for (String name : way.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }
}
