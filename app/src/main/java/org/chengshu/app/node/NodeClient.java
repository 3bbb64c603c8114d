package org.chengshu.app.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.ETags;
import org.chengshu.kernel.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks with a node over its HTTP door, as anybody else would, with the owner's token. */
public final class NodeClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FIRST_ERROR = 400;

    private final HttpClient http;
    private final NodeAddress address;

    public NodeClient(NodeAddress address) {
        this.address = address;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
        address.trust().ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    public NodeAddress address() {
        return address;
    }

    public boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.http().resolve("/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    public JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    public JsonNode post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public JsonNode post(String path, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = request(path).POST(body);
        headers.forEach(request::header);
        return send(request);
    }

    /** Writes the answer to a file that is not there yet, readable by its owner only. */
    public void download(String path, Path file) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            HttpResponse<Path> response =
                    http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofFile(file));
            if (response.statusCode() >= FIRST_ERROR) {
                String problem = Files.readString(file);
                Files.delete(file);
                throw new Refused(response.statusCode(), parse(problem));
            }
        } catch (FileAlreadyExistsException e) {
            throw new Fault(CoreError.BAD_REQUEST, file + " is there already", e);
        } catch (IOException e) {
            throw new Fault(CoreError.INTERNAL, "cannot write " + file + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(CoreError.INTERNAL, "interrupted", e);
        }
    }

    /** What is no JSON. */
    public String text(String path) {
        return exchange(request(path).GET());
    }

    /** @param version of the thing that the change is meant for */
    public JsonNode put(String path, long version, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", ETags.of(version))
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = address.http().resolve(path);
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + address.token());
    }

    private JsonNode send(HttpRequest.Builder request) {
        return parse(exchange(request));
    }

    private String exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= FIRST_ERROR) {
                throw new Refused(response.statusCode(), parse(response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new Fault(
                    CoreError.INTERNAL, "the node at " + address.http() + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(CoreError.INTERNAL, "interrupted", e);
        }
    }

    private static JsonNode parse(String body) {
        if (body.isBlank()) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.createObjectNode().put("detail", body);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /** The node said no; the problem document says why. */
    public static final class Refused extends RuntimeException {
        private final transient JsonNode problem;

        Refused(int status, JsonNode problem) {
            super(status + " " + problem.path("code").asString("") + " "
                    + problem.path("detail").asString(problem.path("title").asString("")));
            this.problem = problem;
        }

        public JsonNode problem() {
            return problem;
        }
    }
}
