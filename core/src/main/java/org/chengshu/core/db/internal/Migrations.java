package org.chengshu.core.db.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chengshu.core.CoreError;
import org.chengshu.core.db.ModuleSchema;
import org.chengshu.core.db.Release;
import org.chengshu.kernel.Fault;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** The changes of tables that this release brings, compared with those that a database has seen. */
final class Migrations {
    private final List<Flyway> modules;

    Migrations(DataSource pool, List<ModuleSchema> schemas) {
        modules = Stream.concat(Stream.of(new ModuleSchema("core")), schemas.stream())
                .map(schema -> Flyway.configure()
                        .dataSource(pool)
                        .schemas(schema.schema())
                        .locations(schema.location())
                        .load())
                .toList();
    }

    /** Refuses a database that has seen changes which this release does not know: it would misread the tables. */
    Standing standing() {
        boolean used = false;
        int pending = 0;
        for (Flyway module : modules) {
            MigrationInfoService info = module.info();
            Arrays.stream(info.all())
                    .filter(migration -> migration.getState().isApplied()
                            && !migration.getState().isResolved())
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw newer(module, unknown);
                    });
            used |= info.current() != null;
            pending += info.pending().length;
        }
        return new Standing(used, pending);
    }

    void apply() {
        modules.forEach(Flyway::migrate);
    }

    private static Fault newer(Flyway module, MigrationInfo unknown) {
        return new Fault(
                CoreError.NEWER_RELEASE,
                "schema " + module.getConfiguration().getSchemas()[0] + " holds the change " + unknown.getVersion()
                        + " \""
                        + unknown.getDescription() + "\", which release " + Release.CURRENT
                        + " does not know: a newer release has opened this database. Start that release or a later one,"
                        + " or restore the backup that was made before the upgrade");
    }

    /** @param used whether any release has opened the database before */
    record Standing(boolean used, int pending) {
        boolean isUpgrade() {
            return used && pending > 0;
        }
    }
}
