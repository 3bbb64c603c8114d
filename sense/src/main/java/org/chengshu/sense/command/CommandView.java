package org.chengshu.sense.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A command as people see it. */
record CommandView(
        int id,
        String device,
        String name,
        JsonNode arguments,
        CommandState state,
        Optional<String> door,
        int attempts,
        int retries,
        Duration timeout,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        Optional<Instant> sentAt,
        Optional<Instant> answeredAt,
        Optional<JsonNode> reply,
        Optional<String> error) {}
