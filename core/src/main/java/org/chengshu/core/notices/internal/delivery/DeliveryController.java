package org.chengshu.core.notices.internal.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.notices.internal.NoticeSettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1/notice-deliveries")
class DeliveryController {
    private static final String OFFICE = "core:notices";
    private static final List<String> STATES = List.of("waiting", "sent", "dead", "dropped");
    private static final List<String> CHANNELS = List.of("email", "webhook");

    private final DeliveryOffice office;
    private final Postman postman;
    private final Settings settings;

    DeliveryController(DeliveryOffice office, Postman postman, Settings settings) {
        this.office = office;
        this.postman = postman;
        this.settings = settings;
    }

    record Counts(int waiting, int sent, int dead, int dropped, boolean mailReady) {}

    record Count(int count) {}

    @GetMapping
    @Access(value = OFFICE, audit = Access.NOT_AUDITED)
    CursorPage<DeliveryView> list(
            @RequestParam(name = "state") Optional<String> state,
            @RequestParam(name = "channel") Optional<String> channel,
            Cursor cursor) {
        requireOneOf("state", state, STATES);
        requireOneOf("channel", channel, CHANNELS);
        return office.list(state, channel, cursor);
    }

    @GetMapping("/counts")
    @Access(value = OFFICE, audit = Access.NOT_AUDITED)
    Counts counts() {
        Map<String, Integer> counts = office.counts();
        return new Counts(
                counts.getOrDefault("waiting", 0),
                counts.getOrDefault("sent", 0),
                counts.getOrDefault("dead", 0),
                counts.getOrDefault("dropped", 0),
                NoticeSettings.mailReady(settings));
    }

    @PostMapping("/{id}/resend")
    @Access(value = OFFICE, audit = "notice-delivery.resent")
    DeliveryView resend(@PathVariable("id") UUID id) {
        DeliveryView found = get(id);
        if (!office.resend(id)) {
            throw new Fault(CoreError.CONFLICT, "the delivery is " + found.state() + "; only dead ones are sent again");
        }
        postman.wake();
        return get(id);
    }

    @PostMapping("/resend")
    @Access(value = OFFICE, audit = "notice-delivery.all-resent")
    Count resendAll(@RequestParam(name = "channel") Optional<String> channel) {
        requireOneOf("channel", channel, CHANNELS);
        int count = office.resendAll(channel);
        postman.wake();
        return new Count(count);
    }

    private DeliveryView get(UUID id) {
        return office.find(id).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "delivery " + id));
    }

    private static void requireOneOf(String name, Optional<String> value, List<String> known) {
        value.filter(word -> !known.contains(word)).ifPresent(word -> {
            throw new Fault(CoreError.BAD_REQUEST, name + " must be " + String.join(", ", known) + ", not " + word);
        });
    }
}
