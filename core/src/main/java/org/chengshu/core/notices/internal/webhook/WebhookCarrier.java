package org.chengshu.core.notices.internal.webhook;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.internal.delivery.Carrier;
import org.chengshu.core.notices.internal.delivery.Outcome;
import org.chengshu.core.notices.internal.delivery.Parcel;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calls webhooks side by side, as one that is slow is no business of the others. */
@Component
final class WebhookCarrier implements Carrier {
    private final WebhookStore store;
    private final WebhookCall call;
    private final JsonMapper json;

    WebhookCarrier(WebhookStore store, WebhookCall call, JsonMapper json) {
        this.store = store;
        this.call = call;
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void carry(List<Parcel> parcels, BiConsumer<Parcel, Outcome> told) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parcels.forEach(parcel -> threads.execute(() -> told.accept(parcel, carry(parcel))));
        }
    }

    private Outcome carry(Parcel parcel) {
        String id = parcel.webhook().orElseThrow();
        Optional<Webhook> webhook = store.find(id);
        if (webhook.isEmpty() || !webhook.get().enabled()) {
            return new Outcome.Never("there is no webhook " + id + " that is switched on; make one and send again");
        }
        return call.call(webhook.get(), parcel.id(), json.writeValueAsString(WebhookBody.of(parcel)));
    }
}
