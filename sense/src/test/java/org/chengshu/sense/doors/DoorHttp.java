package org.chengshu.sense.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.chengshu.core.doors.DoorPorts;

/** A device's way to the HTTP door. */
final class DoorHttp {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final DoorPorts ports;

    DoorHttp(DoorPorts ports) {
        this.ports = ports;
    }

    HttpResponse<String> post(String path, String token, String body) {
        URI uri = URI.create("http://127.0.0.1:" + ports.device() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
