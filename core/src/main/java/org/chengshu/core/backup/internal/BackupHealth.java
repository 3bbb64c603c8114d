package org.chengshu.core.backup.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Whether there is a backup to come back to, and how old the newest is. */
@Component
final class BackupHealth implements HealthSource {
    private static final Duration OLD = Duration.ofDays(2);

    private final BackupDesk desk;
    private final BackupTerms terms;
    private final Clock clock;

    BackupHealth(BackupDesk desk, BackupTerms terms, Clock clock) {
        this.desk = desk;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Text title() {
        return Text.of("备份", "Backup");
    }

    @Override
    public Finding look() {
        Optional<Backup> newest = desk.list().stream().findFirst();
        Text remedy = Text.of(
                "运行 ./chengshu backup，或用设置 backup.every 定期备份；备份目录应在另一块磁盘上（backup.folder）",
                "Run ./chengshu backup, or let it be done by the setting backup.every; keep backups on another disk"
                        + " (backup.folder)");
        if (newest.isEmpty()) {
            return Finding.warning(
                    Text.of("还没有备份：数据目录损坏时无法恢复", "There is no backup: a lost data folder could not be brought back"),
                    remedy);
        }
        Duration age = Duration.between(newest.get().manifest().endedAt(), clock.instant());
        Text words = Text.of(
                "最近一次备份在 " + age.toHours() + " 小时前（" + newest.get().manifest().id() + "）",
                "The newest backup is " + age.toHours() + " h old ("
                        + newest.get().manifest().id() + ")");
        Duration longest = terms.every().isZero() ? OLD : terms.every().multipliedBy(2);
        return age.compareTo(longest) > 0 ? Finding.warning(words, remedy) : Finding.ok(words);
    }
}
