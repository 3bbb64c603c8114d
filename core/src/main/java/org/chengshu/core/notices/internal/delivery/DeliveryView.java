package org.chengshu.core.notices.internal.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

record DeliveryView(
        UUID id,
        String channel,
        String to,
        String state,
        int times,
        int attempts,
        Optional<Instant> nextAt,
        Optional<String> error,
        Instant createdAt,
        Optional<Instant> sentAt,
        Told notice) {
    record Told(String matter, Severity severity, Text title) {}
}
