package org.chengshu.cases.deadline;

import java.time.Duration;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When clocks are looked at: every five seconds for people to be told, every minute for calendars that changed. */
@Configuration(proxyBeanMethods = false)
class ClockWork {
    private static final Duration TELL = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMinutes(1);

    @Bean
    RecurringJob clocksOfCasesToTell(ClockSweep sweep) {
        return new RecurringJob(
                "cases.clock-notices", Text.of("案件时限提醒", "Tell of the clocks of cases"), TELL, sweep::sweep);
    }

    @Bean
    RecurringJob clocksOfCasesToRebuild(ClockRebuild rebuild) {
        return new RecurringJob(
                "cases.clock-calendars", Text.of("核对工作日历", "Look for changed calendars"), LOOK, rebuild::look);
    }

    @Bean
    JobKind<ClockRebuild.Input> clocksOfCasesKind(ClockRebuild rebuild) {
        return rebuild.kind();
    }
}
