package org.chengshu.data.load.run;

import java.time.Clock;
import java.time.Duration;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.core.settings.Settings;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.kernel.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends loads whose job somebody ended before they began; forgets refused rows in time. */
@Configuration(proxyBeanMethods = false)
class LoadKeeping {
    @Bean
    RecurringJob dataLoadKeeper(LoadStore loads, LoadEnding ending, ObjectProvider<Jobs> jobs) {
        return new RecurringJob(
                "data.settle-loads",
                Text.of("了结已无作业的入库", "Settle loads without a job"),
                Duration.ofMinutes(1),
                () -> loads.open().forEach(load -> settle(load, ending, jobs.getObject())));
    }

    @Bean
    RecurringJob dataRefusedKeeper(RefusedStore refused, Settings settings, Clock clock) {
        return new RecurringJob(
                "data.forget-refused",
                Text.of("清理过期的拒收行", "Forget old refused rows"),
                Duration.ofHours(1),
                () -> refused.forgetBefore(clock.instant().minus(settings.get(LoadSettings.KEEP_REFUSED))));
    }

    @Bean
    RecurringJob dataHeldKeeper(LoadStore loads, LoadEnding ending, Settings settings, Clock clock) {
        return new RecurringJob(
                "data.give-up-held",
                Text.of("了结等待过久的待放行入库", "Give up loads that were held too long"),
                Duration.ofHours(1),
                () -> loads.held().stream()
                        .filter(load -> load.steps()
                                .get(LoadState.HELD.word())
                                .isBefore(clock.instant().minus(settings.get(LoadSettings.KEEP_HELD))))
                        .forEach(load -> ending.end(
                                load,
                                LoadState.STOPPED,
                                Text.of("等待放行超过时限", "nobody has decided on it in time"),
                                ended -> {})));
    }

    @Bean
    RecurringJob dataUploadKeeper(UploadSweep sweep) {
        return new RecurringJob(
                "data.remove-uploads",
                Text.of("清理不再需要的上传文件", "Remove uploaded files that nothing needs"),
                Duration.ofHours(6),
                sweep::sweep);
    }

    private static void settle(LoadView load, LoadEnding ending, Jobs jobs) {
        boolean ended = load.job()
                .flatMap(jobs::find)
                .map(JobView::state)
                .filter(state -> !state.open())
                .isPresent();
        if (ended) {
            ending.end(load, LoadState.CANCELLED, Text.of("作业已结束", "its job was ended"), settled -> {});
        }
    }
}
