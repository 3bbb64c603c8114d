package org.chengshu.core.events.internal;

import java.util.Optional;
import java.util.UUID;

record Delivery(
        long seq, String key, UUID eventId, String type, String payload, int attempts, Optional<String> trace) {}
