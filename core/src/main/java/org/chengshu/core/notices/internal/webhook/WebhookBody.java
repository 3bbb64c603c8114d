package org.chengshu.core.notices.internal.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.notices.internal.delivery.Parcel;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/** What a webhook gets, as JSON. Fields may be added later. */
record WebhookBody(
        UUID id,
        Instant at,
        String matter,
        String key,
        Severity severity,
        Text title,
        Text text,
        Optional<String> page,
        String areaPath,
        Optional<String> rule,
        int step) {
    static WebhookBody of(Parcel parcel) {
        return new WebhookBody(
                parcel.notice(),
                parcel.at(),
                parcel.matter(),
                parcel.key(),
                parcel.severity(),
                parcel.title(),
                parcel.text(),
                parcel.page(),
                parcel.areaPath(),
                parcel.rule(),
                parcel.step());
    }
}
