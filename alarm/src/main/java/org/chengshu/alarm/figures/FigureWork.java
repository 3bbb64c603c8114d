package org.chengshu.alarm.figures;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FigureWork {
    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    RecurringJob packingOfAlarmDays(FigurePacker packer) {
        return new RecurringJob(
                "alarm.figures", Text.of("汇总往日告警以备统计", "Pack past days of alarms for figures"), EVERY, packer::packDue);
    }
}
