package org.chengshu.data.load.run;

import java.time.Duration;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.kernel.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends loads whose job somebody ended before they began. */
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

    private static void settle(LoadView load, LoadEnding ending, Jobs jobs) {
        boolean ended = load.job()
                .flatMap(jobs::find)
                .map(JobView::state)
                .filter(state -> !state.open())
                .isPresent();
        if (ended) {
            ending.end(load, LoadState.CANCELLED, Text.of("作业已结束", "its job was ended"), () -> {});
        }
    }
}
