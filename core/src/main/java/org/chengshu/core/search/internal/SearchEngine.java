package org.chengshu.core.search.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.spi.SearchSource;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Opens this node's index, lets a thread of its own keep it fresh, and closes it when the node stops. */
@Component
class SearchEngine implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SearchEngine.class);
    private static final String FORMAT = "format";
    private static final String DATABASE = "database";
    private static final String THIS_FORMAT = "1";
    private static final long PAUSE_MILLIS = 1_000;

    private final Path folder;
    private final List<SearchSource> sources;
    private final DSLContext sql;
    private final Clock clock;
    private final Questions questions = new Questions();
    private volatile SearchIndex index;
    private volatile boolean running;
    private Thread feeding;

    SearchEngine(CitySettings settings, List<SearchSource> sources, DSLContext sql, Clock clock) {
        this.folder = settings.dataFolder().resolve("search");
        this.sources = List.copyOf(sources);
        this.sql = sql;
        this.clock = clock;
    }

    Questions questions() {
        return questions;
    }

    /** Nothing before the node has started and after it stopped. */
    Optional<SearchIndex> index() {
        return Optional.ofNullable(index);
    }

    @Override
    public void start() {
        running = true;
        try {
            index = opened();
            feeding = Thread.ofVirtual().name("search-feeder").start(this::feed);
        } catch (IOException e) {
            LOG.error("there is no search on this node: {} cannot be used", folder, e);
        }
    }

    /** What is there, or, when it is damaged, an empty one. */
    private SearchIndex opened() throws IOException {
        Files.createDirectories(folder);
        try {
            return new SearchIndex(folder, questions);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the search index is made anew: {}", e.toString());
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            return new SearchIndex(folder, questions);
        }
    }

    private void feed() {
        SearchFeeder feeder = null;
        while (running) {
            try {
                if (feeder == null) {
                    feeder = new SearchFeeder(index, sources, clock, marks());
                }
                feeder.round();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                break;
            } catch (IOException | RuntimeException e) {
                LOG.warn("search waits for better times: {}", e.toString());
                pause();
            }
        }
        close(feeder);
    }

    /** How far the index has come; from the beginning when it is of another format or another database. */
    private Map<String, String> marks() throws IOException {
        Map<String, String> kept = index.marks();
        String database = sql.fetchSingle("select min(installed_on)::text as at from cs_core.flyway_schema_history")
                .get("at", String.class);
        if (!THIS_FORMAT.equals(kept.get(FORMAT)) || !database.equals(kept.get(DATABASE))) {
            index.clear();
            return Map.of(FORMAT, THIS_FORMAT, DATABASE, database);
        }
        return kept;
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS * 5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(SearchFeeder feeder) {
        SearchIndex open = index;
        index = null;
        try (open) {
            if (feeder != null) {
                feeder.commit();
            }
        } catch (IOException e) {
            LOG.warn("the search index was not closed in good order: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (feeding != null) {
                feeding.join(TimeUnit.SECONDS.toMillis(20));
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
