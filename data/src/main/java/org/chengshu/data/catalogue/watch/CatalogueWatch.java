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

    @Bean
    RecurringJob catalogueDrafts(DraftKeeper keeper) {
        return new RecurringJob(
                "data.catalogue-drafts", Text.of("为数据资源起草目录", "Draft entries of datasets"), DRAFTS, keeper::round);
    }
}
