package org.chengshu.core.backup.internal;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.chengshu.core.CoreError;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupPlace;
import org.chengshu.core.backup.BackupReason;
import org.chengshu.core.db.Release;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Backups of the data folder of the node that runs: one at a time, into the place of the settings or another. */
@Component
class BackupDesk {
    private static final Logger LOG = LoggerFactory.getLogger(BackupDesk.class);

    private final CitySettings city;
    private final BackupTerms terms;
    private final DataSource dataSource;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    BackupDesk(CitySettings city, BackupTerms terms, DataSource dataSource, Clock clock) {
        this.city = city;
        this.terms = terms;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    boolean hasDatabase() {
        return city.databaseUrl().isEmpty();
    }

    List<Backup> list() {
        return terms.place().list();
    }

    Backup get(String id) {
        return terms.place()
                .find(id)
                .orElseThrow(() -> new Fault(
                        CoreError.NOT_FOUND,
                        "backup " + id + " in " + terms.place().folder()));
    }

    /** Whether it is time for the next scheduled backup; one that somebody asked for counts too. */
    boolean isDue(Duration every, Instant now) {
        if (every.isZero()) {
            return false;
        }
        Optional<Instant> last =
                list().stream().findFirst().map(backup -> backup.manifest().endedAt());
        return last.isEmpty() || !last.get().plus(every).isAfter(now);
    }

    /** About how many bytes a backup would copy; 0 when not known. */
    long size() {
        try {
            return hasDatabase() ? maker(terms.place()).size() : 0;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    Backup make(BackupReason reason, Optional<Path> to, LongConsumer copied) {
        if (!oneAtATime.tryLock()) {
            throw new Fault(CoreError.CONFLICT, "a backup is being made just now; wait for its end");
        }
        try {
            return to.isPresent() ? aside(reason, new BackupPlace(to.get()), copied) : kept(reason, copied);
        } catch (IOException | SQLException e) {
            throw unusable(e);
        } finally {
            oneAtATime.unlock();
        }
    }

    // In another folder it stands alone: the log goes on to the place of the settings only.
    private Backup aside(BackupReason reason, BackupPlace place, LongConsumer copied) throws SQLException, IOException {
        if (!place.isPrepared()) {
            throw new Fault(
                    CoreError.BACKUP_PLACE_UNUSABLE,
                    place.folder() + " was not prepared for backups on this machine; './chengshu backup --to "
                            + place.folder() + "' does so");
        }
        return make(maker(place), reason, Optional.empty(), copied);
    }

    private Backup kept(BackupReason reason, LongConsumer copied) throws SQLException, IOException {
        terms.place().prepare();
        BackupMaker maker = maker(terms.place());
        Optional<LogArchive> archive = hasDatabase() ? keepLog(maker.nextId()) : Optional.empty();
        Backup backup = make(maker, reason, archive.map(LogArchive::name), copied);
        List<String> dropped = new Retention(terms.place(), terms.keep()).apply(archive);
        if (!dropped.isEmpty()) {
            LOG.info("backups thrown away because {} newer ones are kept: {}", terms.keep(), dropped);
        }
        return backup;
    }

    private Backup make(BackupMaker maker, BackupReason reason, Optional<String> archive, LongConsumer copied)
            throws SQLException, IOException {
        if (!hasDatabase()) {
            return maker.filesOnly(maker.nextId(), reason, copied);
        }
        // A session of its own, because the server ends a backup when its session ends, however that happens.
        try (Connection session = session()) {
            return maker.whole(session, maker.nextId(), reason, archive, copied);
        }
    }

    /** The archive that keeps the log from now on; begins one when there is none for this place yet. */
    private Optional<LogArchive> keepLog(String id) throws SQLException, IOException {
        if (!terms.pointInTime()) {
            return Optional.empty();
        }
        Optional<LogArchive> now = archive();
        if (now.isPresent()) {
            return now;
        }
        LogArchive begun = LogArchive.begin(city.dataFolder(), terms.place(), id);
        limitWait();
        LOG.info("from now on the database's log is kept in {}", begun.folder());
        return Optional.of(begun);
    }

    /** The archive in use, if any, when it lies in the place of the settings. */
    Optional<LogArchive> archive() throws IOException {
        return LogArchive.of(city.dataFolder()).filter(archive -> archive.liesIn(terms.place()));
    }

    /** An archive of a place that the settings no longer name gets nothing any more; the next backup begins another. */
    @PostConstruct
    void leaveFormerPlace() throws IOException {
        Optional<LogArchive> known = LogArchive.of(city.dataFolder());
        if (known.isPresent() && (!known.get().liesIn(terms.place()) || !terms.pointInTime())) {
            LogArchive.end(city.dataFolder());
            LOG.warn(
                    "the log is kept no longer in {}, as the settings say; make a backup now",
                    known.get().folder());
        }
    }

    /** A quiet database hands its log over only after this time. */
    private void limitWait() throws SQLException {
        try (Connection session = session();
                Statement statement = session.createStatement()) {
            statement.execute(
                    "alter system set archive_timeout = '" + terms.logEvery().toSeconds() + "s'");
            statement.execute("select pg_reload_conf()");
        }
    }

    private Connection session() throws SQLException {
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    private BackupMaker maker(BackupPlace place) {
        return new BackupMaker(city.dataFolder(), place, clock, Release.CURRENT);
    }

    private static Fault unusable(Exception e) {
        return new Fault(CoreError.BACKUP_PLACE_UNUSABLE, "the backup failed: " + e.getMessage(), e);
    }
}
