package org.chengshu.core.events.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Found late: listeners need the modules that emit, and those need the outbox. */
@Component
final class Listeners {
    private final ObjectProvider<EventListener<?>> beans;
    private final EventCodec codec;
    private volatile Found found;

    Listeners(ObjectProvider<EventListener<?>> beans, EventCodec codec) {
        this.beans = beans;
        this.codec = codec;
    }

    Set<String> of(Class<? extends Event> type) {
        return found().namesByType().getOrDefault(codec.typeOf(type), Set.of());
    }

    Map<String, EventListener<?>> byName() {
        return found().byName();
    }

    private Found found() {
        Found known = found;
        if (known == null) {
            known = find(beans.orderedStream().toList());
            found = known;
        }
        return known;
    }

    private Found find(List<EventListener<?>> all) {
        Map<String, EventListener<?>> byName = new LinkedHashMap<>();
        Map<String, Class<?>> classByType = new LinkedHashMap<>();
        for (EventListener<?> listener : all) {
            EventListener<?> other = byName.putIfAbsent(listener.name(), listener);
            if (other != null) {
                throw new IllegalStateException(
                        "two event listeners are named " + listener.name() + ": " + other + " and " + listener);
            }
            requireOneClass(codec.typeOf(listener.type()), listener.type(), classByType);
        }
        return new Found(
                Map.copyOf(byName),
                all.stream()
                        .collect(Collectors.groupingBy(
                                listener -> codec.typeOf(listener.type()),
                                Collectors.mapping(EventListener::name, Collectors.toUnmodifiableSet()))));
    }

    private static void requireOneClass(String type, Class<?> heard, Map<String, Class<?>> classByType) {
        Class<?> other = classByType.putIfAbsent(type, heard);
        if (other != null && other != heard) {
            throw new IllegalStateException(
                    "two classes of events are named " + type + ": " + other.getName() + " and " + heard.getName());
        }
    }

    private record Found(Map<String, EventListener<?>> byName, Map<String, Set<String>> namesByType) {}
}
