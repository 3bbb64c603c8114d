package org.chengshu.cases.suggest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.CitySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Learns from the city's past cases on a thread of its own: when the node starts, every six hours, every five minutes as
 * long as there are few, and when somebody asks.
 * Until the first time is over there is no experience.
 */
@Component
public class Learner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Learner.class);
    private static final Duration AGAIN = Duration.ofHours(6);
    // A city that begins soon knows twice as much, and learning from few is done at once.
    private static final Duration BEGINNERS_AGAIN = Duration.ofMinutes(5);
    private static final int BEGINNER = 2_000;

    private final ExampleStore examples;
    private final Transactions transactions;
    private final Path folder;
    private final Clock clock;
    private final Words words = new Words();
    private final Semaphore asked = new Semaphore(0);
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private Optional<Experience> experience = Optional.empty();
    private volatile boolean running;
    private Thread learning;
    private int turn;

    Learner(ExampleStore examples, Transactions transactions, CitySettings settings, Clock clock) {
        this.examples = examples;
        this.transactions = transactions;
        this.folder = settings.dataFolder().resolve("case-suggestions");
        this.clock = clock;
    }

    /** Soon, and not while the caller waits. */
    public void learnAgain() {
        asked.release();
    }

    /** What the newest experience answers; empty as long as there is none. */
    <T> Optional<T> ask(Function<Experience, T> question) {
        use.readLock().lock();
        try {
            return experience.map(question);
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        learning = Thread.ofVirtual().name("case-learner").start(this::work);
    }

    private void work() {
        while (running) {
            try {
                asked.drainPermits();
                learn();
                boolean _ = asked.tryAcquire(rest().toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                break;
            } catch (IOException | RuntimeException e) {
                LOG.warn("nothing is learned from past cases for now: {}", e.toString());
                pause();
            }
        }
        replace(Optional.empty());
    }

    private Duration rest() {
        return ask(Experience::size).orElse(0) < BEGINNER ? BEGINNERS_AGAIN : AGAIN;
    }

    // Two folders by turns, so that the former experience answers while the next is made.
    private void learn() throws IOException {
        turn = 1 - turn;
        Path next = folder.resolve(String.valueOf(turn));
        Files.createDirectories(next);
        Experience fresh = transactions.call(() -> {
            try (Stream<Example> all = examples.newest()) {
                return Experience.of(all, next, words, clock.instant());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        LOG.debug("learned from {} cases", fresh.size());
        replace(Optional.of(fresh));
    }

    private void replace(Optional<Experience> next) {
        use.writeLock().lock();
        try {
            Optional<Experience> former = experience;
            experience = next;
            if (former.isPresent()) {
                former.get().close();
            }
        } catch (IOException e) {
            LOG.warn("a former experience was not closed in good order: {}", e.toString());
        } finally {
            use.writeLock().unlock();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        asked.release();
        try {
            if (learning != null) {
                learning.interrupt();
                learning.join(TimeUnit.SECONDS.toMillis(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
