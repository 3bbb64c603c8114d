package org.chengshu.data.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.CoreError;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.catalogue.EntryChanges;
import org.chengshu.data.catalogue.Providers;
import org.chengshu.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Opens this node's index of the catalogue, lets a thread of its own keep it fresh, and closes it when the node stops. */
@Component
class CatalogueEngine implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueEngine.class);
    private static final String FORMAT = "format";
    private static final String DATABASE = "database";
    private static final String THIS_FORMAT = "1";
    private static final String MARK = "transaction";
    private static final long PAUSE_MILLIS = 500;

    private final Path folder;
    private final EntryChanges changes;
    private final Providers providers;
    private final Clock clock;
    private volatile CatalogueIndex index;
    private volatile boolean running;
    private volatile boolean complete;
    private Thread feeding;

    CatalogueEngine(CitySettings settings, EntryChanges changes, Providers providers, Clock clock) {
        this.folder = settings.dataFolder().resolve("catalogue");
        this.changes = changes;
        this.providers = providers;
        this.clock = clock;
    }

    <T> T search(CatalogueIndex.Work<T> work) {
        CatalogueIndex open = index;
        if (open == null) {
            throw new Fault(CoreError.INTERNAL, "the index of the catalogue is not open on this node");
        }
        try {
            return open.search(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether everything that the database holds has come into the index since the start. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public void start() {
        running = true;
        try {
            index = opened();
            feeding = Thread.ofVirtual().name("catalogue-feeder").start(this::feed);
        } catch (IOException e) {
            LOG.error("there is no search of the catalogue on this node: {} cannot be used", folder, e);
        }
    }

    /** What is there, or, when it is damaged, an empty one. */
    private CatalogueIndex opened() throws IOException {
        Files.createDirectories(folder);
        try {
            return new CatalogueIndex(folder);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the index of the catalogue is made anew: {}", e.toString());
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            return new CatalogueIndex(folder);
        }
    }

    private void feed() {
        CatalogueFeeder feeder = null;
        while (running) {
            try {
                if (feeder == null) {
                    feeder = new CatalogueFeeder(index, changes, providers, clock, marks());
                }
                feeder.round();
                complete = true;
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                break;
            } catch (IOException | RuntimeException e) {
                LOG.warn("the search of the catalogue waits for better times: {}", e.toString());
                pause();
            }
        }
        close(feeder);
    }

    /** How far the index has come; from the beginning when it is of another format, another database or a later state of it. */
    private Map<String, String> marks() throws IOException {
        Map<String, String> kept = index.marks();
        String database = changes.database();
        long mark = Long.parseLong(kept.getOrDefault(MARK, "0"));
        if (!THIS_FORMAT.equals(kept.get(FORMAT)) || !database.equals(kept.get(DATABASE)) || mark > changes.settled()) {
            index.clear();
            return Map.of(FORMAT, THIS_FORMAT, DATABASE, database);
        }
        return kept;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS * 10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(CatalogueFeeder feeder) {
        CatalogueIndex open = index;
        index = null;
        try (open) {
            if (feeder != null && complete) {
                feeder.commit();
            }
        } catch (IOException e) {
            LOG.warn("the index of the catalogue was not closed in good order: {}", e.toString());
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
