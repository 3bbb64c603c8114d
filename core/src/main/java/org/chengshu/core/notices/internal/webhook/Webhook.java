package org.chengshu.core.notices.internal.webhook;

import java.time.Instant;

/** Another system that is told of notices; {@code secret} signs what it gets. */
record Webhook(String id, String title, String url, String secret, boolean enabled, long version, Instant createdAt) {}
