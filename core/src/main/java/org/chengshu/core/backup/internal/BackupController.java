package org.chengshu.core.backup.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupKind;
import org.chengshu.core.backup.BackupReason;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(BackupController.PATH)
class BackupController implements PermissionSource {
    static final String PATH = "/api/core/v1/backups";
    private static final String BACKUP = "core:backup";

    private final BackupDesk desk;
    private final BackupJobs jobs;

    BackupController(BackupDesk desk, BackupJobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.ofCity(BACKUP, "备份并核对备份", "Make backups and verify them"));
    }

    @GetMapping
    @Access(value = BACKUP, audit = Access.NOT_AUDITED)
    CursorPage<Item> list() {
        return new CursorPage<>(desk.list().stream().map(Item::of).toList(), Optional.empty());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = BACKUP, audit = "backup.started")
    JobView start(@RequestBody Order order, Viewer viewer, AuditNotes notes) {
        Optional<Path> to = order.folder();
        to.ifPresent(folder -> notes.add("folder", folder.toString()));
        return jobs.startBackup(to, viewer);
    }

    @PostMapping("/{id}/verify")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = BACKUP, audit = "backup.verification-started")
    JobView verify(@PathVariable("id") String id, Viewer viewer) {
        return jobs.startVerification(desk.get(id), viewer);
    }

    record Order(Optional<String> to) {
        Order {
            to = to == null ? Optional.empty() : to;
        }

        Optional<Path> folder() {
            try {
                Optional<Path> folder = to.map(Path::of);
                if (folder.filter(path -> !path.isAbsolute()).isPresent()) {
                    throw new Fault(CoreError.BAD_REQUEST, "to: give the whole path of the folder, from / on");
                }
                return folder;
            } catch (InvalidPathException e) {
                throw new Fault(CoreError.BAD_REQUEST, "to: " + e.getMessage(), e);
            }
        }
    }

    record Item(
            String id,
            BackupKind kind,
            String release,
            BackupReason reason,
            Instant startedAt,
            Instant endedAt,
            long bytes,
            int files,
            Instant restorableUntil,
            String folder) {
        static Item of(Backup backup) {
            return new Item(
                    backup.manifest().id(),
                    backup.manifest().kind(),
                    backup.manifest().release(),
                    backup.manifest().reason(),
                    backup.manifest().startedAt(),
                    backup.manifest().endedAt(),
                    backup.manifest().bytes(),
                    backup.manifest().files().size(),
                    backup.restorableUntil(),
                    backup.folder().toString());
        }
    }
}
