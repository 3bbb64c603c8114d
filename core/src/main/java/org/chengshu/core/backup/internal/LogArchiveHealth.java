package org.chengshu.core.backup.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Whether the database's log reaches its archive, so that any moment since the first backup can be restored. */
@Component
final class LogArchiveHealth implements HealthSource {
    private static final long MANY = 16;

    private final BackupDesk desk;
    private final DSLContext sql;

    LogArchiveHealth(BackupDesk desk, DSLContext sql) {
        this.desk = desk;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "log-archive";
    }

    @Override
    public Text title() {
        return Text.of("日志归档（按时间点恢复）", "Log archive (restore to a moment)");
    }

    @Override
    public Finding look() {
        if (!desk.hasDatabase()) {
            return Finding.ok(Text.of(
                    "数据库由外部管理，按时间点恢复由其管理员负责",
                    "The database is in somebody else's care; restoring it to a moment is that administrator's task"));
        }
        Optional<LogArchive> archive = archive();
        if (archive.isEmpty()) {
            return Finding.ok(Text.of("首次备份后开始归档", "Begins with the first backup"));
        }
        return found(archive.get());
    }

    private Finding found(LogArchive archive) {
        Text remedy = Text.of(
                "确认目录 " + archive.folder() + " 存在、可写且有空间；恢复后自动补传，在此之前日志留在数据目录并占用空间",
                "See that " + archive.folder()
                        + " is there, can be written and has room; what waits is then handed over by"
                        + " itself, until then it stays in the data folder and takes room there");
        if (!Files.isDirectory(archive.folder())) {
            return Finding.down(
                    Text.of("归档目录不可用：" + archive.folder(), "The archive cannot be reached: " + archive.folder()),
                    remedy);
        }
        Record counts = sql.fetchSingle("""
                select (select count(*) from pg_ls_archive_statusdir() where name like '%.ready') as waiting,
                       coalesce(extract(epoch from clock_timestamp() - last_archived_time), 0)::bigint as age,
                       coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as failing
                from pg_stat_archiver
                """);
        long waiting = counts.get("waiting", Long.class);
        Duration age = Duration.ofSeconds(counts.get("age", Long.class));
        Text words = Text.of(
                "待归档 " + waiting + " 段，最近一次归档在 " + age.toSeconds() + " 秒前",
                waiting + " pieces wait, the last was put away " + age.toSeconds() + " s ago");
        boolean failing = counts.get("failing", Boolean.class);
        return failing || waiting > MANY ? Finding.warning(words, remedy) : Finding.ok(words);
    }

    private Optional<LogArchive> archive() {
        try {
            return desk.archive();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
