package org.chengshu.data.feed;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.settings.Secret;
import tools.jackson.databind.JsonNode;

/**
 * What a source is set to. Immutable.
 *
 * @param config as its kind has it, without secrets
 * @param secrets by name, such as {@code password}; they never show themselves
 */
public record OpenSource(UUID id, String name, JsonNode config, Map<String, Secret> secrets) {
    public OpenSource {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(config, "config");
        secrets = Map.copyOf(secrets);
    }

    public Optional<String> text(String field) {
        JsonNode value = config.path(field);
        return value.isString() && !value.stringValue().isBlank()
                ? Optional.of(value.stringValue().strip())
                : Optional.empty();
    }

    public int number(String field, int byDefault) {
        return config.path(field).asInt(byDefault);
    }

    public Optional<String> secret(String field) {
        return Optional.ofNullable(secrets.get(field)).map(Secret::reveal);
    }
}
