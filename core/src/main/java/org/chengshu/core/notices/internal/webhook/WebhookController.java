package org.chengshu.core.notices.internal.webhook;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1/webhooks")
class WebhookController {
    private static final String OFFICE = "core:notices";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebhookStore store;
    private final WebhookCall call;
    private final Clock clock;

    WebhookController(WebhookStore store, WebhookCall call, Clock clock) {
        this.store = store;
        this.call = call;
        this.clock = clock;
    }

    record NewWebhook(String id, String title, String url) {
        NewWebhook {
            if (!id.matches("[a-z][a-z0-9-]{0,62}")) {
                throw new Fault(CoreError.BAD_REQUEST, "id: lower-case letters, digits and dashes, such as wecom");
            }
            requireTitle(title);
        }
    }

    record Change(String title, String url, boolean enabled) {
        Change {
            requireTitle(title);
        }
    }

    record View(
            String id,
            String title,
            String url,
            boolean enabled,
            long version,
            Instant createdAt,
            Optional<String> secret) {
        static View of(Webhook webhook) {
            return new View(
                    webhook.id(),
                    webhook.title(),
                    webhook.url(),
                    webhook.enabled(),
                    webhook.version(),
                    webhook.createdAt(),
                    Optional.empty());
        }

        View with(String shownOnce) {
            return new View(id, title, url, enabled, version, createdAt, Optional.of(shownOnce));
        }
    }

    record Trial(int status, long millis) {}

    @GetMapping
    @Access(value = OFFICE, audit = Access.NOT_AUDITED)
    CursorPage<View> list() {
        return new CursorPage<>(store.list().stream().map(View::of).toList(), Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(value = OFFICE, audit = Access.NOT_AUDITED)
    ResponseEntity<View> one(@PathVariable("id") String id) {
        return tagged(get(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = OFFICE, audit = "webhook.created")
    View create(@RequestBody NewWebhook asked) {
        requireAllowed(asked.url());
        String secret = newSecret();
        Webhook made = new Webhook(asked.id(), asked.title(), asked.url(), secret, true, 1, clock.instant());
        if (!store.insert(made)) {
            throw new Fault(CoreError.CONFLICT, "there is a webhook " + asked.id() + " already");
        }
        return View.of(made).with(secret);
    }

    @PutMapping("/{id}")
    @Access(value = OFFICE, audit = "webhook.changed")
    ResponseEntity<View> change(@PathVariable("id") String id, @RequestBody Change asked, IfMatch ifMatch) {
        Webhook now = get(id);
        ifMatch.require(now.version());
        requireAllowed(asked.url());
        Webhook changed = new Webhook(
                id, asked.title(), asked.url(), now.secret(), asked.enabled(), now.version(), now.createdAt());
        if (!store.update(changed)) {
            ifMatch.require(get(id).version());
        }
        return tagged(get(id));
    }

    @PostMapping("/{id}/secret")
    @Access(value = OFFICE, audit = "webhook.secret-renewed")
    View renewSecret(@PathVariable("id") String id) {
        get(id);
        String secret = newSecret();
        store.setSecret(id, secret);
        return View.of(get(id)).with(secret);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = OFFICE, audit = "webhook.deleted")
    void delete(@PathVariable("id") String id) {
        if (!store.delete(id)) {
            throw absent(id);
        }
    }

    @PostMapping("/{id}/test")
    @Access(value = OFFICE, audit = "webhook.tried")
    Trial test(@PathVariable("id") String id) throws InterruptedException {
        Webhook webhook = get(id);
        requireAllowed(webhook.url());
        long start = System.nanoTime();
        try {
            int status = call.status(webhook, Ids.at(clock.instant()), "{\"matter\":\"test\"}");
            return new Trial(status, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (IOException e) {
            throw new Fault(
                    CoreError.WEBHOOK_SILENT, "no answer: " + e.getClass().getSimpleName(), e);
        }
    }

    private Webhook get(String id) {
        return store.find(id).orElseThrow(() -> absent(id));
    }

    private static Fault absent(String id) {
        return new Fault(CoreError.NOT_FOUND, "webhook " + id);
    }

    private void requireAllowed(String url) {
        call.refuse(url).ifPresent(why -> {
            throw new Fault(CoreError.ADDRESS_NOT_ALLOWED, "url: " + why);
        });
    }

    private static void requireTitle(String title) {
        if (title.isBlank() || title.length() > 100) {
            throw new Fault(CoreError.BAD_REQUEST, "title: 1 to 100 characters");
        }
    }

    private static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static ResponseEntity<View> tagged(Webhook webhook) {
        return ResponseEntity.ok().eTag(ETags.of(webhook.version())).body(View.of(webhook));
    }
}
