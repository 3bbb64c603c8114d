package org.chengshu.core.db.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.db.BeforeUpgrade;
import org.chengshu.core.db.DataFolder;
import org.chengshu.core.db.ModuleSchema;
import org.chengshu.core.db.Release;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.NodeSettings;
import org.chengshu.core.settings.Secret;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The city's database, embedded or given, with every module's schema brought up to date; closed in reverse order. */
final class Database implements AutoCloseable {
    private static final int OLDEST_MAJOR = 15;
    private static final int POOL = 24;
    private static final int IDLE = 2;
    private static final String NAME = "chengshu";
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DataFolder lock;
    private final EmbeddedPostgres embedded;
    private final HikariDataSource pool;

    private Database(DataFolder lock, EmbeddedPostgres embedded, HikariDataSource pool) {
        this.lock = lock;
        this.embedded = embedded;
        this.pool = pool;
    }

    static Database open(
            CitySettings settings, Settings all, List<ModuleSchema> schemas, Optional<BeforeUpgrade> beforeUpgrade) {
        DataFolder lock = DataFolder.take(settings.dataFolder());
        ReleaseMark mark = new ReleaseMark(settings.dataFolder());
        mark.requireReadable();
        if (settings.databaseUrl().isPresent()) {
            HikariConfig config = pool(settings.databaseUrl().get());
            all.get(NodeSettings.DATABASE_USER).ifPresent(config::setUsername);
            all.get(NodeSettings.DATABASE_PASSWORD).map(Secret::reveal).ifPresent(config::setPassword);
            Database given = new Database(lock, null, opened(config));
            return given.migrated(schemas, mark, Optional.empty());
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(settings.dataFolder());
        embedded.ensureDatabase(NAME);
        HikariConfig config = pool(embedded.jdbcUrl(NAME));
        config.setUsername(embedded.user());
        config.setPassword(embedded.password());
        Database own = new Database(lock, embedded, opened(config));
        return own.migrated(schemas, mark, beforeUpgrade);
    }

    HikariDataSource pool() {
        return pool;
    }

    private static HikariConfig pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("chengshu");
        config.setMaximumPoolSize(POOL);
        // Several nodes may share a server; an idle one must not hold connections that another needs.
        config.setMinimumIdle(IDLE);
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return config;
    }

    private static HikariDataSource opened(HikariConfig config) {
        try {
            HikariDataSource pool = new HikariDataSource(config);
            requireVersion(pool);
            return pool;
        } catch (SQLException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw new Fault(CoreError.DATABASE_BROKEN, e.getMessage(), e);
        }
    }

    private Database migrated(List<ModuleSchema> schemas, ReleaseMark mark, Optional<BeforeUpgrade> beforeUpgrade) {
        try {
            Migrations migrations = new Migrations(pool, schemas);
            Migrations.Standing standing = migrations.standing();
            if (standing.isUpgrade()) {
                LOG.info("{} changes of tables are to be made", standing.pending());
                prepare(beforeUpgrade, mark.writtenBy());
            }
            if (standing.pending() > 0) {
                migrations.apply();
            }
            mark.write();
            return this;
        } catch (SQLException | FlywayException e) {
            close();
            throw new Fault(CoreError.DATABASE_BROKEN, e.getMessage(), e);
        } catch (Fault refused) {
            close();
            throw refused;
        }
    }

    // A session of its own: should it break, the server ends the backup with it.
    private void prepare(Optional<BeforeUpgrade> beforeUpgrade, Release from) throws SQLException {
        if (beforeUpgrade.isPresent()) {
            try (Connection session =
                    DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
                beforeUpgrade.get().prepare(session, from);
            }
        }
    }

    private static void requireVersion(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new Fault(
                        CoreError.DATABASE_BROKEN,
                        "PostgreSQL " + OLDEST_MAJOR + " or newer is needed, this one is " + major);
            }
        }
    }

    @Override
    public void close() {
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
        lock.close();
    }
}
