package org.chengshu.core.backup.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupReason;
import org.chengshu.core.db.BeforeUpgrade;
import org.chengshu.core.db.Release;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Backs an embedded database up before a newer release changes its tables; when that fails nothing is changed. */
@Component
class UpgradeBackup implements BeforeUpgrade {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeBackup.class);

    private final CitySettings city;
    private final BackupTerms terms;
    private final Clock clock;

    UpgradeBackup(CitySettings city, BackupTerms terms, Clock clock) {
        this.city = city;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public void prepare(Connection session, Release from) {
        if (!terms.beforeUpgrade()) {
            LOG.warn(
                    "upgrading the data folder from release {} to {} without a backup, as the settings say",
                    from,
                    Release.CURRENT);
            return;
        }
        LOG.info("upgrading the data folder from release {} to {}; backing it up first ...", from, Release.CURRENT);
        try {
            terms.place().prepare();
            BackupMaker maker = new BackupMaker(city.dataFolder(), terms.place(), clock, from);
            Backup backup =
                    maker.whole(session, maker.nextId(), BackupReason.BEFORE_UPGRADE, Optional.empty(), bytes -> {});
            LOG.info(
                    "backed up to {} ({} bytes); should the upgrade disappoint: ./chengshu restore {} --replace with release {}",
                    backup.folder(),
                    backup.manifest().bytes(),
                    backup.folder(),
                    from);
        } catch (IOException | SQLException e) {
            throw new Fault(
                    CoreError.BACKUP_PLACE_UNUSABLE,
                    "the backup before the upgrade failed, so nothing was changed: " + e.getMessage()
                            + ". Mend that, or start with --no-backup",
                    e);
        }
    }
}
