package org.chengshu.demo.fleet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A device that posts over HTTP. */
final class HttpSender implements Sender {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final HttpClient http;
    private final URI address;
    private final String token;

    HttpSender(HttpClient http, URI device, String token) {
        this.http = http;
        this.address = device.resolve("/v1/devices/me/telemetry");
        this.token = token;
    }

    @Override
    public CompletionStage<?> send(byte[] telemetry) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(telemetry))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    }

    @Override
    public void close() {}
}
