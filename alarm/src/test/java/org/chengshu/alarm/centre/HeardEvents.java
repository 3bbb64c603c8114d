package org.chengshu.alarm.centre;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.chengshu.alarm.AlarmAcknowledged;
import org.chengshu.alarm.AlarmCleared;
import org.chengshu.alarm.AlarmRaised;
import org.chengshu.alarm.AlarmSeverityChanged;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.testing.Eventually;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Hears every event of the alarm centre. */
@TestConfiguration(proxyBeanMethods = false)
class HeardEvents {
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    <E extends Event> List<E> of(Class<E> type, String subject) {
        return matching(type, subject).toList();
    }

    <E extends Event> E await(Class<E> type, String subject) {
        Eventually.eventually(
                type.getSimpleName() + " of " + subject,
                () -> matching(type, subject).findAny().isPresent());
        return matching(type, subject).findFirst().orElseThrow();
    }

    private <E extends Event> Stream<E> matching(Class<E> type, String subject) {
        return heard.stream().filter(type::isInstance).map(type::cast).filter(event -> event.key()
                .equals("device:" + subject));
    }

    @Bean
    EventListener<AlarmRaised> hearRaised() {
        return listener("test.raised", AlarmRaised.class);
    }

    @Bean
    EventListener<AlarmAcknowledged> hearAcknowledged() {
        return listener("test.acknowledged", AlarmAcknowledged.class);
    }

    @Bean
    EventListener<AlarmCleared> hearCleared() {
        return listener("test.cleared", AlarmCleared.class);
    }

    @Bean
    EventListener<AlarmSeverityChanged> hearSeverityChanged() {
        return listener("test.severity-changed", AlarmSeverityChanged.class);
    }

    private <E extends Event> EventListener<E> listener(String name, Class<E> type) {
        return new EventListener<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Class<E> type() {
                return type;
            }

            @Override
            public void on(E event, UUID eventId) {
                heard.add(event);
            }
        };
    }
}
