package org.chengshu.cases.alarms;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.alarm.AlarmCleared;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.AlarmRaised;
import org.chengshu.alarm.AlarmSeverityChanged;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventListener;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hangs the intake on the alarm centre's events. */
@Configuration(proxyBeanMethods = false)
class AlarmListening {
    private static final Duration EVERY = Duration.ofSeconds(30);

    @Bean
    EventListener<AlarmRaised> casesOfRaisedAlarms(AlarmIntake intake) {
        return listener("cases.alarm-raised", AlarmRaised.class, event -> intake.raised(new AlarmId(event.alarmId())));
    }

    /** An alarm that rises may come to what its rule needs to open a case; one that has a case stays with it. */
    @Bean
    EventListener<AlarmSeverityChanged> casesOfWorseAlarms(AlarmIntake intake) {
        return listener("cases.alarm-severity-changed", AlarmSeverityChanged.class, event -> {
            if (event.risen()) {
                intake.raised(new AlarmId(event.alarmId()));
            }
        });
    }

    @Bean
    EventListener<AlarmCleared> casesOfClearedAlarms(AlarmIntake intake) {
        return listener(
                "cases.alarm-cleared", AlarmCleared.class, event -> intake.cleared(new AlarmId(event.alarmId())));
    }

    @Bean
    RecurringJob casesOfAlarmsClearedUnheard(AlarmCatchUp catchUp) {
        return new RecurringJob(
                "cases.alarms-cleared-unheard",
                Text.of("补记未听到的告警解除", "Make up for alarms that cleared unheard"),
                EVERY,
                catchUp::run);
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
}
