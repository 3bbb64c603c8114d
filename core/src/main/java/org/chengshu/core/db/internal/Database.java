package org.chengshu.core.db.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.chengshu.core.CoreError;
import org.chengshu.core.db.DataFolder;
import org.chengshu.core.db.ModuleSchema;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.NodeSettings;
import org.chengshu.core.settings.Secret;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The city's database, embedded or given, with every module's schema brought up to date; closed in reverse order. */
final class Database implements AutoCloseable {
    private static final int OLDEST_MAJOR = 15;
    private static final int POOL = 24;
    private static final int IDLE = 2;
    private static final String NAME = "chengshu";

    private final DataFolder lock;
    private final EmbeddedPostgres embedded;
    private final HikariDataSource pool;

    private Database(DataFolder lock, EmbeddedPostgres embedded, HikariDataSource pool) {
        this.lock = lock;
        this.embedded = embedded;
        this.pool = pool;
    }

    static Database open(CitySettings settings, Settings all, List<ModuleSchema> schemas) {
        DataFolder lock = DataFolder.take(settings.dataFolder());
        if (settings.databaseUrl().isPresent()) {
            HikariConfig config = pool(settings.databaseUrl().get());
            all.get(NodeSettings.DATABASE_USER).ifPresent(config::setUsername);
            all.get(NodeSettings.DATABASE_PASSWORD).map(Secret::reveal).ifPresent(config::setPassword);
            return new Database(lock, null, migrated(config, schemas));
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(settings.dataFolder());
        embedded.ensureDatabase(NAME);
        HikariConfig config = pool(embedded.jdbcUrl(NAME));
        config.setUsername(embedded.user());
        config.setPassword(embedded.password());
        return new Database(lock, embedded, migrated(config, schemas));
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

    private static HikariDataSource migrated(HikariConfig config, List<ModuleSchema> schemas) {
        try {
            HikariDataSource pool = new HikariDataSource(config);
            requireVersion(pool);
            migrate(pool, new ModuleSchema("core"));
            schemas.forEach(schema -> migrate(pool, schema));
            return pool;
        } catch (SQLException | FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw new Fault(CoreError.DATABASE_BROKEN, e.getMessage(), e);
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

    private static void migrate(HikariDataSource pool, ModuleSchema schema) {
        Flyway.configure()
                .dataSource(pool)
                .schemas(schema.schema())
                .locations(schema.location())
                .load()
                .migrate();
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
