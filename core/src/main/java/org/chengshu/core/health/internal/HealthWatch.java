package org.chengshu.core.health.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chengshu.core.health.Health;
import org.chengshu.core.health.HealthItem;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.core.spi.HealthState;
import org.chengshu.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks every source again and again, each on a thread of its own, and remembers since when it is as it is. */
@Component
final class HealthWatch implements Health, SmartLifecycle {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);

    private final ObjectProvider<HealthSource> sources;
    private final Clock clock;
    private final Map<String, HealthItem> known = new HashMap<>();
    private volatile List<HealthItem> items = List.of();
    private volatile Thread thread;

    HealthWatch(ObjectProvider<HealthSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public List<HealthItem> items() {
        return items;
    }

    /** How a part is; what was never looked at counts as well. */
    HealthState state(String name) {
        return items.stream()
                .filter(item -> item.name().equals(name))
                .map(HealthItem::state)
                .findFirst()
                .orElse(HealthState.OK);
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("health").unstarted(this::watch);
        thread.start();
    }

    @Override
    public void stop() {
        Thread last = thread;
        thread = null;
        if (last != null) {
            last.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void watch() {
        try {
            while (thread != null) {
                look();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        List<HealthSource> all = sources.orderedStream().toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<HealthSource, Future<Finding>> asked = new HashMap<>();
            all.forEach(source -> asked.put(source, threads.submit(source::look)));
            for (HealthSource source : all) {
                keep(source, answer(asked.get(source)));
            }
            threads.shutdownNow();
        }
        items = known.values().stream()
                .sorted(Comparator.comparing(HealthItem::state).reversed().thenComparing(HealthItem::name))
                .toList();
    }

    private static Finding answer(Future<Finding> asked) throws InterruptedException {
        try {
            return asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return unknown("no answer within " + PATIENCE.toSeconds() + " s");
        } catch (java.util.concurrent.ExecutionException e) {
            return unknown(String.valueOf(e.getCause().getMessage())
                    .lines()
                    .findFirst()
                    .orElse(""));
        }
    }

    private static Finding unknown(String why) {
        return Finding.down(
                Text.of("无法得知状态：" + why, "It cannot be told: " + why),
                Text.of("查看日志中的原因，并运行 ./chengshu doctor", "Look for the reason in the log and run ./chengshu doctor"));
    }

    private void keep(HealthSource source, Finding finding) {
        HealthItem before = known.get(source.name());
        boolean same = before != null && before.state() == finding.state();
        Instant since = same ? before.since() : clock.instant();
        HealthItem now = HealthItem.of(source.name(), source.title(), finding, since);
        known.put(source.name(), now);
        if (!same && (before != null || finding.state() != HealthState.OK)) {
            tell(now);
        }
    }

    private static void tell(HealthItem item) {
        if (item.state() == HealthState.OK) {
            LOG.info("{} is well again: {}", item.name(), item.words().en());
        } else {
            LOG.warn(
                    "{} is {}: {}",
                    item.name(),
                    item.state().word(),
                    item.words().en());
        }
    }
}
