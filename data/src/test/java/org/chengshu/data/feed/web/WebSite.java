package org.chengshu.data.feed.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A real web service on a free port that answers its rows in every way of paging. */
public final class WebSite implements AutoCloseable {
    private static final int PAGE = 7;

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final List<Map<String, Object>> rows = new CopyOnWriteArrayList<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile boolean closed;
    public final AtomicInteger busy = new AtomicInteger();

    public WebSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/page", exchange -> answer(exchange, this::byPage));
        server.createContext("/offset", exchange -> answer(exchange, this::byOffset));
        server.createContext("/cursor", exchange -> answer(exchange, this::byCursor));
        server.createContext("/link", exchange -> answer(exchange, this::byLink));
        server.createContext("/same", exchange -> answer(exchange, (asking, query) -> page(0, PAGE)));
        server.createContext("/moved", this::moved);
        server.createContext("/text", exchange -> send(exchange, 200, "<html>"));
        server.start();
    }

    private interface Way {
        Object rows(HttpExchange exchange, Map<String, String> query);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public void hold(List<Map<String, Object>> all) {
        rows.clear();
        rows.addAll(all);
    }

    public void add(List<Map<String, Object>> more) {
        rows.addAll(more);
    }

    private void answer(HttpExchange exchange, Way way) throws IOException {
        asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("X-Key"));
        if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            send(exchange, 429, "busy");
            return;
        }
        if (closed) {
            send(exchange, 403, "closed");
            return;
        }
        Map<String, String> query = query(exchange);
        send(exchange, 200, json.writeValueAsString(way.rows(exchange, query)));
    }

    private void moved(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Location", "/link");
        send(exchange, 302, "");
    }

    private Object byPage(HttpExchange exchange, Map<String, String> query) {
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        return Map.of(
                "code",
                0,
                "data",
                Map.of("total", since(query).size(), "items", page(since(query), (page - 1) * PAGE, PAGE)));
    }

    private Object byOffset(HttpExchange exchange, Map<String, String> query) {
        int size = Integer.parseInt(query.getOrDefault("limit", "7"));
        return page(since(query), Integer.parseInt(query.get("offset")), size);
    }

    private Object byCursor(HttpExchange exchange, Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("after", "0"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("rows", page(since(query), from, PAGE));
        answer.put("next", from + PAGE < since(query).size() ? String.valueOf(from + PAGE) : null);
        return answer;
    }

    private Object byLink(HttpExchange exchange, Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("from", "0"));
        if (from + PAGE < rows.size()) {
            exchange.getResponseHeaders()
                    .add("Link", "</link?from=0>; rel=\"first\", </link?from=" + (from + PAGE) + ">; rel=\"next\"");
        }
        return page(from, PAGE);
    }

    private List<Map<String, Object>> since(Map<String, String> query) {
        int after = Integer.parseInt(query.getOrDefault("since", "0"));
        return rows.stream().filter(row -> ((Integer) row.get("id")) > after).toList();
    }

    private List<Map<String, Object>> page(int from, int size) {
        return page(new ArrayList<>(rows), from, size);
    }

    private static List<Map<String, Object>> page(List<Map<String, Object>> all, int from, int size) {
        return all.subList(Math.min(from, all.size()), Math.min(from + size, all.size()));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(part ->
                                URLDecoder.decode(part, StandardCharsets.UTF_8).split("=", 2))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
