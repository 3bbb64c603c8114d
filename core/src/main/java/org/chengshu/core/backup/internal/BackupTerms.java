package org.chengshu.core.backup.internal;

import java.time.Duration;
import java.util.Objects;
import org.chengshu.core.backup.BackupPlace;

/**
 * What the settings say of backups.
 *
 * @param every pause between scheduled backups; zero when none are made
 * @param keep how many are kept in the place, the newest
 * @param pointInTime whether the log is kept from the first backup on
 * @param logEvery the longest time after which what was committed is in the kept log
 * @param beforeUpgrade whether one is made before a newer release changes the tables
 */
record BackupTerms(
        BackupPlace place, Duration every, int keep, boolean pointInTime, Duration logEvery, boolean beforeUpgrade) {
    BackupTerms {
        Objects.requireNonNull(place, "place");
        if (keep < 1) {
            throw new IllegalArgumentException("at least one backup is kept, not " + keep);
        }
        if (every.isNegative() || logEvery.isNegative() || logEvery.isZero()) {
            throw new IllegalArgumentException("backups need times above zero");
        }
    }
}
