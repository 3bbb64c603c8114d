package org.chengshu.data.catalogue.watch;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalogue does again and again. */
@Configuration(proxyBeanMethods = false)
class CatalogueWatch {
    private static final Duration DRAFTS = Duration.ofSeconds(20);
    private static final Duration AGE = Duration.ofMinutes(2);

    @Bean
    RecurringJob catalogueDrafts(DraftKeeper keeper) {
        return new RecurringJob(
                "data.catalogue-drafts", Text.of("为数据资源起草目录", "Draft entries of datasets"), DRAFTS, keeper::round);
    }

    @Bean
    RecurringJob catalogueFreshness(Freshness freshness) {
        return new RecurringJob(
                "data.catalogue-freshness", Text.of("测量数据新鲜度", "Measure how fresh data is"), AGE, freshness::round);
    }

    @Bean
    RecurringJob catalogueHeat(ReadCounts counts) {
        return new RecurringJob(
                "data.catalogue-heat", Text.of("汇总读取次数", "Fold the counts of reads"), Duration.ofHours(6), counts::age);
    }
}
