package org.chengshu.data.library.build;

import java.time.Duration;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Builds as jobs: by hand, when a source has moved, and small ones after decisions of people. */
@Component
public class LibraryJobs {
    private final Jobs jobs;
    private final JobKind<LibraryBuilder.Order> kind;

    LibraryJobs(Jobs jobs, JobKind<LibraryBuilder.Order> libraryBuild) {
        this.jobs = jobs;
        this.kind = libraryBuild;
    }

    /** @param onceKey of two orders with one key only the first makes a job */
    public JobView build(KnownLibrary library, boolean whole, Optional<String> onceKey, Viewer who) {
        JobOrder<LibraryBuilder.Order> order = JobOrder.of(
                kind,
                Text.of(
                        "构建 " + library.library().title().zh(),
                        "Build " + library.library().title().en()),
                new LibraryBuilder.Order(library.id(), whole),
                who);
        return jobs.queue(onceKey.map(order::once).orElse(order));
    }

    @Configuration(proxyBeanMethods = false)
    static class Kinds {
        private static final Duration SETTLED = Duration.ofSeconds(15);

        /** One at a time: two builds of one library would wait for each other, and one takes all it can get. */
        @Bean
        JobKind<LibraryBuilder.Order> libraryBuild(LibraryBuilder builder) {
            return JobKind.of(
                            "data.library-build",
                            Text.of("构建基础库", "Build a library"),
                            LibraryBuilder.Order.class,
                            builder::run)
                    .atOnce(1);
        }

        @Bean
        RecurringJob libraryPublish(DecisionPublishing publishing) {
            return new RecurringJob(
                    "data.library-publish",
                    Text.of("发布人工判定后的基础库记录", "Publish records of libraries that people decided on"),
                    SETTLED,
                    publishing::run);
        }
    }
}
