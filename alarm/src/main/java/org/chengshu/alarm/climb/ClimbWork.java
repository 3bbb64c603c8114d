package org.chengshu.alarm.climb;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.alarm.AlarmRaised;
import org.chengshu.alarm.AlarmResumed;
import org.chengshu.alarm.AlarmSeverityChanged;
import org.chengshu.alarm.AlarmStormBegan;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hangs the telling on the alarms, and looks every few seconds who is to be told next. */
@Configuration(proxyBeanMethods = false)
class ClimbWork {
    private static final Duration EVERY = Duration.ofSeconds(3);

    @Bean
    EventListener<AlarmRaised> noticesOfRaisedAlarms(Climbing climbing) {
        return listener("alarm.notices", AlarmRaised.class, climbing::raised);
    }

    @Bean
    EventListener<AlarmSeverityChanged> noticesOfWorseAlarms(Climbing climbing) {
        return listener("alarm.notices-worse", AlarmSeverityChanged.class, changed -> {
            if (changed.risen()) {
                climbing.again(changed.alarmId());
            }
        });
    }

    @Bean
    EventListener<AlarmResumed> noticesOfResumedAlarms(Climbing climbing) {
        return listener("alarm.notices-resumed", AlarmResumed.class, resumed -> climbing.again(resumed.alarmId()));
    }

    @Bean
    EventListener<AlarmStormBegan> noticesOfStorms(Climbing climbing) {
        return listener("alarm.notices-storm", AlarmStormBegan.class, climbing::storm);
    }

    private static <E extends Event> EventListener<E> listener(String name, Class<E> type, Consumer<E> work) {
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
                work.accept(event);
            }
        };
    }

    @Bean
    RecurringJob climbOfAlarms(Climbing climbing) {
        return new RecurringJob(
                "alarm.climb",
                Text.of("升级无人确认的告警", "Climb with alarms that nobody acknowledges"),
                EVERY,
                climbing::climbAllThatIsDue);
    }
}
