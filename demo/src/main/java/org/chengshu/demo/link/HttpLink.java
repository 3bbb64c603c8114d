package org.chengshu.demo.link;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks JSON with the people door, by a token or as somebody who has signed in. Safe for use by many threads. */
public final class HttpLink {
    public static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int FIRST_ERROR = 400;

    private final HttpClient http;
    private final URI base;
    private final Map<String, String> credentials;

    private HttpLink(HttpClient http, URI base, Map<String, String> credentials) {
        this.http = http;
        this.base = base;
        this.credentials = credentials;
    }

    public static HttpLink byToken(HttpClient http, URI base, String token) {
        return new HttpLink(http, base, Map.of("Authorization", "Bearer " + token));
    }

    /** The same door for somebody who signs in with a name and a password. */
    public HttpLink signIn(String name, String password) {
        HttpLink stranger = new HttpLink(http, base, Map.of("X-Requested-With", "chengshu"));
        HttpResponse<String> answer =
                stranger.answerTo("/api/core/v1/login", Map.of("name", name, "password", password));
        read("/api/core/v1/login", answer);
        String cookie = answer.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        return new HttpLink(http, base, Map.of("Cookie", cookie, "X-Requested-With", "chengshu"));
    }

    public JsonNode get(String path) {
        return read(path, send(request(path).GET()));
    }

    public JsonNode post(String path, Object body) {
        return read(path, answerTo(path, body));
    }

    public JsonNode postCsv(String path, String csv) {
        return read(
                path,
                send(request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(csv))));
    }

    /** The answer as it is; for requests that may rightly be refused. */
    public HttpResponse<String> answerTo(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
        credentials.forEach(request::header);
        return request;
    }

    private static JsonNode read(String path, HttpResponse<String> answer) {
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new Fault(DemoError.DEMO_REFUSED, path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Fault(DemoError.DEMO_UNREACHABLE, base + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(DemoError.DEMO_UNREACHABLE, "interrupted", e);
        }
    }
}
