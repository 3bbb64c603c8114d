package org.chengshu.core.backup.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.spi.SettingSource;
import org.springframework.stereotype.Component;

@Component
class BackupSettings implements SettingSource {
    static final Setting<Path> FOLDER = Setting.named("backup.folder")
            .since("0.2")
            .summary(
                    "保存备份和数据库日志归档的目录；应在另一块磁盘上",
                    "Where backups and the database's log are kept; on another disk than the data folder")
            .path("backups");
    static final Setting<Duration> EVERY = Setting.named("backup.every")
            .since("0.2")
            .summary("定期备份的间隔；0s 表示不定期备份", "Pause between scheduled backups; 0s makes none")
            .duration(Duration.ZERO, Duration.ZERO, Duration.ofDays(31));
    static final Setting<Integer> KEEP = Setting.named("backup.keep")
            .since("0.2")
            .summary(
                    "目录中保留的最新备份个数，更早的连同不再需要的日志一起删除",
                    "How many backups are kept in the folder, the newest; older ones go, with the log only they need")
            .unit("backups")
            .number(7, 1, 1_000);
    static final Setting<Boolean> POINT_IN_TIME = Setting.named("backup.point-in-time")
            .since("0.2")
            .summary(
                    "首次备份后归档数据库日志，以便恢复到任一时间点",
                    "Keep the database's log from the first backup on, so that any later moment can be restored")
            .flag(true);
    static final Setting<Duration> LOG_EVERY = Setting.named("backup.log-every")
            .since("0.2")
            .summary("已提交的数据最迟多久进入日志归档", "The longest time until what was committed is in the kept log")
            .duration(Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofHours(1));
    static final Setting<Boolean> BEFORE_UPGRADE = Setting.named("backup.before-upgrade")
            .since("0.2")
            .summary("新版本改动数据表之前先做备份", "Make a backup before a newer release changes the tables")
            .flag(true);

    @Override
    public List<Setting<?>> settings() {
        return List.of(FOLDER, EVERY, KEEP, POINT_IN_TIME, LOG_EVERY, BEFORE_UPGRADE);
    }
}
