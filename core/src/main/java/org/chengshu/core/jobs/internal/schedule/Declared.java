package org.chengshu.core.jobs.internal.schedule;

import java.time.Duration;
import java.util.Optional;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.core.jobs.ScheduledJob;
import org.chengshu.kernel.Text;

/** Whatever a bean declared to be done again and again. */
sealed interface Declared {
    String name();

    Text title();

    Text timing();

    Optional<String> kind();

    record Again(RecurringJob job) implements Declared {
        @Override
        public String name() {
            return job.name();
        }

        @Override
        public Text title() {
            return job.title();
        }

        @Override
        public Text timing() {
            Duration every = job.every();
            long seconds = every.toSeconds();
            if (seconds >= 3600 && seconds % 3600 == 0) {
                return Text.of("每 " + seconds / 3600 + " 小时", "every " + seconds / 3600 + " h");
            }
            if (seconds >= 60 && seconds % 60 == 0) {
                return Text.of("每 " + seconds / 60 + " 分钟", "every " + seconds / 60 + " min");
            }
            double exact = every.toMillis() / 1000.0;
            return Text.of("每 " + exact + " 秒", "every " + exact + " s");
        }

        @Override
        public Optional<String> kind() {
            return Optional.empty();
        }
    }

    record ByClock(ScheduledJob<?> job) implements Declared {
        @Override
        public String name() {
            return job.name();
        }

        @Override
        public Text title() {
            return job.kind().title();
        }

        @Override
        public Text timing() {
            return job.timing().wording();
        }

        @Override
        public Optional<String> kind() {
            return Optional.of(job.kind().name());
        }
    }
}
