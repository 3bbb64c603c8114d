package org.chengshu.core.notices.internal.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.notices.internal.NoticeSettings;
import org.chengshu.core.notices.internal.delivery.Outcome;
import org.chengshu.core.settings.Settings;
import org.springframework.stereotype.Component;

/** Calls a webhook: signed, once, within ten seconds, without following redirects or reading the answer. */
@Component
final class WebhookCall {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Set<Integer> BUSY = Set.of(408, 425, 429);

    private final AddressCheck addresses;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    WebhookCall(Settings settings, Clock clock) {
        this.addresses = new AddressCheck(settings.get(NoticeSettings.PRIVATE_ADDRESSES));
        this.clock = clock;
    }

    Optional<String> refuse(String url) {
        return addresses.refuse(url);
    }

    Outcome call(Webhook webhook, UUID delivery, String body) {
        Optional<String> refused = refuse(webhook.url());
        if (refused.isPresent()) {
            return new Outcome.Never("the address is not called: " + refused.get());
        }
        try {
            return outcome(status(webhook, delivery, body));
        } catch (IOException e) {
            return new Outcome.Later("no answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Later("interrupted");
        }
    }

    int status(Webhook webhook, UUID delivery, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(webhook.url()))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Chengshu")
                .header("Chengshu-Delivery", delivery.toString())
                .header(Signature.HEADER, Signature.of(webhook.secret(), clock.instant(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return new Outcome.Sent();
        }
        String reason = "it answered " + status;
        if (status >= 300 && status < 400) {
            return new Outcome.Never(reason + "; redirects are not followed");
        }
        return status >= 500 || BUSY.contains(status) ? new Outcome.Later(reason) : new Outcome.Never(reason);
    }
}
