package org.chengshu.core.backup.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupReason;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Backups and their checks as long jobs that can be watched. They run on the node whose data folder they are about. */
@Component
class BackupJobs {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Text COPYING = Text.of("正在复制（字节）", "Copying (bytes)");
    private static final Text READING = Text.of("正在核对（字节）", "Reading again (bytes)");

    private final BackupDesk desk;
    private final Jobs jobs;
    private final Clock clock;

    BackupJobs(BackupDesk desk, Jobs jobs, Clock clock) {
        this.desk = desk;
        this.jobs = jobs;
        this.clock = clock;
    }

    JobView startBackup(Optional<Path> to, Viewer who) {
        return jobs.start("core.backup", Text.of("备份数据目录", "Back up the data folder"), who, progress -> {
            long begun = clock.millis();
            Backup backup = desk.make(BackupReason.ASKED, to, counting(progress, desk.size(), COPYING));
            return JSON.createObjectNode()
                    .put("id", backup.manifest().id())
                    .put("folder", backup.folder().toString())
                    .put("kind", backup.manifest().kind().word())
                    .put("files", backup.manifest().files().size())
                    .put("bytes", backup.manifest().bytes())
                    .put("seconds", Duration.ofMillis(clock.millis() - begun).toMillis() / 1_000.0);
        });
    }

    JobView startVerification(Backup backup, Viewer who) {
        Text title = Text.of(
                "核对备份 " + backup.manifest().id(),
                "Verify backup " + backup.manifest().id());
        return jobs.start("core.verify-backup", title, who, progress -> verify(backup, progress));
    }

    private static JsonNode verify(Backup backup, JobProgress progress) {
        List<String> faults;
        try {
            faults = Verification.faults(
                    backup, counting(progress, backup.manifest().bytes(), READING));
        } catch (IOException e) {
            throw new Fault(
                    CoreError.BACKUP_BROKEN, "backup " + backup.manifest().id() + " cannot be read: " + e, e);
        }
        ArrayNode words = JSON.createArrayNode();
        faults.forEach(words::add);
        return JSON.createObjectNode()
                .put("id", backup.manifest().id())
                .put("files", backup.manifest().files().size())
                .put("bytes", backup.manifest().bytes())
                .set("faults", words);
    }

    private static LongConsumer counting(JobProgress progress, long total, Text message) {
        AtomicLong done = new AtomicLong();
        return bytes -> {
            if (progress.cancelled()) {
                throw new Fault(CoreError.CONFLICT, "cancelled");
            }
            progress.at(done.addAndGet(bytes), total, message);
        };
    }
}
