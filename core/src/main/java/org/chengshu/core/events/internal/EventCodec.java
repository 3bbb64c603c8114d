package org.chengshu.core.events.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class EventCodec {
    private final JsonMapper json;
    private final Map<Class<?>, String> names = new ConcurrentHashMap<>();

    EventCodec(JsonMapper json) {
        this.json = json;
    }

    String typeOf(Class<? extends Event> type) {
        return names.computeIfAbsent(type, EventCodec::declaredName);
    }

    String write(Event event) {
        return json.writeValueAsString(event);
    }

    <E extends Event> E read(String payload, Class<E> type) {
        return json.readValue(payload, type);
    }

    private static String declaredName(Class<?> type) {
        EventType declared = type.getAnnotation(EventType.class);
        if (declared == null || declared.value().isBlank()) {
            throw new IllegalArgumentException(type.getName() + " needs @EventType with the name it is stored under");
        }
        return declared.value();
    }
}
