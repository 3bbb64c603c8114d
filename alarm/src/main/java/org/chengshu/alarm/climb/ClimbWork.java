package org.chengshu.alarm.climb;

import java.time.Duration;
import java.util.UUID;
import org.chengshu.alarm.AlarmRaised;
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
        return new EventListener<>() {
            @Override
            public String name() {
                return "alarm.notices";
            }

            @Override
            public Class<AlarmRaised> type() {
                return AlarmRaised.class;
            }

            @Override
            public void on(AlarmRaised event, UUID eventId) {
                climbing.raised(event);
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
