package org.chengshu.data.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.OpenSource;
import org.chengshu.data.feed.SourceBook;
import org.chengshu.data.feed.jdbc.PostgresLinks;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.Loads;
import org.chengshu.data.source.FollowedSources;
import org.chengshu.data.source.FollowedSources.Followed;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.postgresql.replication.ReplicationSlotInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows tables of other databases: all of a table first, as one snapshot shows it, then every change after that, whole
 * transactions at a time. The position in the log is kept in the transaction that stores the rows.
 */
@Component
final class CaptureRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureRunner.class);
    private static final int MOST_ROWS = 50_000;
    private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final FollowedSources sources;
    private final SourceBook book;
    private final PostgresLinks links;
    private final CaptureStore store;
    private final Loads loads;
    private final Clock clock;
    private final Map<UUID, Instant> notBefore = new ConcurrentHashMap<>();

    CaptureRunner(
            FollowedSources sources,
            SourceBook book,
            PostgresLinks links,
            CaptureStore store,
            Loads loads,
            Clock clock) {
        this.sources = sources;
        this.book = book;
        this.links = links;
        this.store = store;
        this.loads = loads;
        this.clock = clock;
    }

    /** Takes what has come of every followed table. */
    void takeAll() {
        Instant now = clock.instant();
        sources.list(CaptureSource.KIND).stream()
                .filter(source -> !source.paused() && source.dataset().isPresent())
                .filter(source ->
                        !notBefore.getOrDefault(source.id(), Instant.MIN).isAfter(now))
                .forEach(this::takeSafely);
    }

    private void takeSafely(Followed source) {
        try {
            take(source);
            notBefore.remove(source.id());
        } catch (SQLException e) {
            failed(source, PostgresLinks.words(e));
        } catch (RuntimeException e) {
            failed(source, String.valueOf(e.getMessage()));
        }
    }

    private void failed(Followed source, String why) {
        LOG.warn("Changes of source {} cannot be taken: {}", source.name(), why);
        notBefore.put(source.id(), clock.instant().plus(AFTER_FAILURE));
        store.failed(source.id(), Text.of("变更跟踪中断：" + why, why));
    }

    void take(Followed source) throws SQLException {
        OpenSource open = book.get(source.id());
        Slot slot = new Slot(links, open);
        Optional<CaptureStore.Standing> standing = store.find(source.id());
        if (standing.filter(CaptureStore.Standing::follows).isEmpty()) {
            snapshot(source, open, slot);
        } else {
            follow(source, slot, standing.orElseThrow().position().orElseThrow());
        }
        try (Connection connection = slot.connect()) {
            store.seen(source.id(), slot.lag(connection));
        }
    }

    /** A slot that an interrupted snapshot left has no snapshot any more, so it is made anew. */
    private void snapshot(Followed source, OpenSource open, Slot slot) throws SQLException {
        store.begun(source.id());
        try (Connection connection = slot.connect()) {
            requireReady(slot, connection);
            slot.publish(connection);
            slot.drop(connection);
        }
        try (Connection replication = slot.replicate()) {
            ReplicationSlotInfo made = slot.create(replication);
            Feed all = links.snapshot(open, made.getSnapshotName());
            store(source, all, true, () -> made.getConsistentPoint().asLong());
        }
    }

    private static void requireReady(Slot slot, Connection connection) throws SQLException {
        for (Text missing : slot.missing(connection)) {
            throw new Fault(DataError.SOURCE_REFUSED, missing.en());
        }
    }

    private void follow(Followed source, Slot slot, long position) {
        try (LogStream log = LogStream.open(slot.replicate(), slot.name(), slot.publication(), position);
                LongValues values = new LongValues(slot)) {
            ChangeFeed feed = new ChangeFeed(
                    log, new Changes(slot.schema(), slot.table(), values::of), position, MOST_ROWS, LONGEST_NANOS);
            if (feed.begins()) {
                store(source, feed, false, feed::position);
                log.confirm(feed.position());
            } else {
                long seen = Math.max(log.received(), feed.position());
                store.reached(source.id(), seen);
                log.confirm(seen);
            }
        }
    }

    private interface Position {
        long now();
    }

    private void store(Followed source, Feed feed, boolean whole, Position position) {
        LoadView load = loads.take(source.order(CaptureSource.KIND, whole), feed, Viewer.system(), ended -> {
            if (ended.state() == LoadState.PROMOTED) {
                store.reached(source.id(), position.now());
            }
        });
        if (load.state() != LoadState.PROMOTED) {
            String why = load.error().map(Text::en).orElse(load.state().word());
            throw new Fault(DataError.LOAD_FAILED, "load " + load.id() + ": " + why);
        }
    }
}
