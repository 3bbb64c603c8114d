package org.chengshu.core.jobs.internal.http;

import java.time.Duration;
import java.util.Map;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.kernel.Text;

record KindView(
        String name, Text title, int attempts, Duration timeout, int atOnce, int queued, int running, int failed) {
    static KindView of(JobKind<?> kind, Map<String, Integer> counts) {
        return new KindView(
                kind.name(),
                kind.title(),
                kind.retry().attempts(),
                kind.timeout(),
                kind.atOnce(),
                counts.getOrDefault("queued", 0),
                counts.getOrDefault("running", 0),
                counts.getOrDefault("failed", 0));
    }
}
