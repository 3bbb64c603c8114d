package org.chengshu.data.feed.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Pause;
import org.chengshu.data.feed.net.Reach;
import org.chengshu.kernel.Fault;

/**
 * Calls one web source: no oftener than agreed, again after a pause when it is busy or broken, and only where it may be
 * called. What it sent with our secrets goes to its own host alone.
 */
final class WebCalls {
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_DETOURS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HttpClient client;
    private final WebConfig config;
    private final Reach reach;
    private final Clock clock;
    private long notBefore = System.nanoTime();

    WebCalls(HttpClient client, WebConfig config, Reach reach, Clock clock) {
        this.client = client;
        this.config = config;
        this.reach = reach;
        this.clock = clock;
    }

    /** An answer that succeeded. */
    record Answer(URI from, byte[] body, Optional<String> link) {}

    Answer call(URI address) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            awaitTurn();
            try {
                HttpResponse<InputStream> response = send(address);
                int status = response.statusCode();
                if (status == 200) {
                    return answer(response);
                }
                Optional<Duration> told = retryAfter(response);
                response.body().close();
                boolean again = status == 429 || status == 408 || status >= 500;
                if (!again || attempt >= config.attempts()) {
                    throw refused(address, status);
                }
                pause = told.orElse(pause);
            } catch (IOException e) {
                if (attempt >= config.attempts()) {
                    throw new Fault(DataError.FEED_BROKEN, shown(address) + " does not answer: " + words(e), e);
                }
            }
            Pause.take(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            pause = pause.multipliedBy(2);
        }
    }

    private static Fault refused(URI address, int status) {
        DataError code = status == 429 || status >= 500 ? DataError.FEED_BROKEN : DataError.SOURCE_REFUSED;
        return new Fault(code, shown(address) + " answered " + status);
    }

    private HttpResponse<InputStream> send(URI address) throws IOException {
        URI target = address;
        for (int detour = 0; detour <= MOST_DETOURS; detour++) {
            reach.require(target.getHost());
            HttpResponse<InputStream> response = sendOnce(target);
            Optional<String> moved = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || moved.isEmpty()) {
                return response;
            }
            response.body().close();
            target = target.resolve(moved.get());
            if (!target.toString().startsWith("http")) {
                throw new Fault(DataError.SOURCE_REFUSED, shown(address) + " leads away from the web");
            }
        }
        throw new Fault(DataError.SOURCE_REFUSED, shown(address) + " leads from one address to the next without end");
    }

    private HttpResponse<InputStream> sendOnce(URI target) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(config.timeoutSeconds()));
        request.header("Accept", "application/json, */*;q=0.5").header("User-Agent", "chengshu");
        if (sameHost(target)) {
            config.headers().forEach(request::setHeader);
        }
        boolean post = config.method().equals("POST");
        if (post && !config.headers().containsKey("Content-Type")) {
            request.setHeader("Content-Type", "application/json");
        }
        request.method(
                post ? "POST" : "GET",
                post
                        ? HttpRequest.BodyPublishers.ofString(config.body().orElse(""))
                        : HttpRequest.BodyPublishers.noBody());
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(DataError.FEED_BROKEN, "reading was interrupted", e);
        }
    }

    private boolean sameHost(URI target) {
        return target.getHost().equalsIgnoreCase(config.url().getHost())
                && target.getPort() == config.url().getPort()
                && target.getScheme().equals(config.url().getScheme());
    }

    private Answer answer(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new Fault(
                        DataError.FEED_FAULTY,
                        "one answer has more than " + (MOST_BYTES >> 20) + " MiB; ask for smaller pages");
            }
            return new Answer(response.uri(), body, nextLink(response));
        }
    }

    /** The address of the next page as RFC 8288 has it. */
    private static Optional<String> nextLink(HttpResponse<?> response) {
        return response.headers().allValues("Link").stream()
                .flatMap(header -> java.util.Arrays.stream(header.split(",(?=\\s*<)")))
                .filter(link -> link.matches("(?i).*;\\s*rel=\"?[^\"]*\\bnext\\b.*"))
                .map(link -> link.replaceFirst("^\\s*<([^>]*)>.*$", "$1"))
                .findFirst();
    }

    private Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").flatMap(text -> {
            try {
                return text.matches("\\d{1,6}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : Optional.of(Duration.between(
                                        clock.instant(),
                                        ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                                .toInstant()))
                                .filter(pause -> !pause.isNegative());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private void awaitTurn() {
        long early = notBefore - System.nanoTime();
        if (early > 0) {
            Pause.take(Duration.ofNanos(early));
        }
        notBefore = System.nanoTime() + MINUTE.toNanos() / config.requestsPerMinute();
    }

    /** Without the query, which may hold a key. */
    static String shown(URI address) {
        return address.getScheme() + "://" + address.getAuthority() + address.getPath();
    }

    private static String words(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
