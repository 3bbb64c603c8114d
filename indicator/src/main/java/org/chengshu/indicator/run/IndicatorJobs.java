package org.chengshu.indicator.run;

import java.time.Duration;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IndicatorJobs {
    private static final Duration OPEN_PERIODS = Duration.ofSeconds(15);
    private static final Duration PURGE = Duration.ofHours(1);

    @Bean
    JobKind<ComputeJob.Order> indicatorCompute(ComputeJob computing) {
        return JobKind.of(
                "indicator.compute", Text.of("计算指标", "Compute indicators"), ComputeJob.Order.class, computing::run);
    }

    @Bean
    RecurringJob indicatorOpenPeriods(OpenPeriods open) {
        return new RecurringJob(
                "indicator.open-periods",
                Text.of("更新进行中的指标周期", "Bring open periods of indicators up to date"),
                OPEN_PERIODS,
                open::run);
    }

    /** What a value was while its period still ran is kept for two days, what it was afterwards for good. */
    @Bean
    RecurringJob indicatorPurgePreliminary(DSLContext sql) {
        return new RecurringJob(
                "indicator.purge-preliminary",
                Text.of("清理未定稿的旧指标值", "Clear away preliminary indicator values"),
                PURGE,
                () -> sql.execute("""
                        delete from cs_indicator.former_value
                        where preliminary and replaced_at < now() - interval '2 days'
                        """));
    }
}
