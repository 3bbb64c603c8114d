package org.chengshu.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeOptions;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupPlace;
import org.chengshu.core.disk.Bytes;
import org.chengshu.core.restore.BackupCheck;
import org.chengshu.kernel.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a backup of the data folder while the platform runs (or without it): the database, keys, settings.",
            "From the first one on the database's log is kept beside it, so any later moment can be restored."
        },
        footer = "%nExample: chengshu backup --data /srv/city%n         chengshu backup --to /mnt/usb",
        subcommands = {BackupVerb.ListBackups.class, BackupVerb.Verify.class})
final class BackupVerb implements Callable<Integer> {
    @Mixin
    NodeOptions options = new NodeOptions();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "another folder than the one of the settings; the backup there stands alone")
    Path to;

    @Override
    public Integer call() {
        Map<String, String> order = Optional.ofNullable(to)
                .map(folder -> folder.toAbsolutePath().normalize())
                .map(folder -> {
                    new BackupPlace(folder).prepare();
                    return Map.of("to", folder.toString());
                })
                .orElse(Map.of());
        try (RunningNode node = RunningNode.of(options)) {
            JsonNode started = node.client().post("/api/core/v1/backups", order);
            JsonNode job = JobWatch.follow(node.client(), started.path("id").asString());
            return report(job);
        }
    }

    private static int report(JsonNode job) {
        JsonNode made = job.path("result");
        if (!job.path("state").asString("").equals("done")) {
            System.err.println("chengshu: the backup " + job.path("state").asString("failed") + ": "
                    + job.path("message")
                            .path("en")
                            .asString(job.path("error").path("en").asString("")));
            return 1;
        }
        System.out.printf(
                "backup %s: %d files, %s in %.1f s%n%s%n",
                made.path("id").asString(),
                made.path("files").asInt(),
                Bytes.words(made.path("bytes").asLong()),
                made.path("seconds").asDouble(),
                made.path("folder").asString());
        if (made.path("kind").asString("").equals("files-only")) {
            System.out.println("It holds keys and settings only: the database given by --db-url is backed up by its own"
                    + " administrator (pg_dump, pgBackRest or the like), at the same time.");
        }
        return 0;
    }

    /** Where a verb that needs no node looks for backups. */
    private static Path place(Path given, NodeOptions options) {
        return given == null ? options.data().resolve("backups") : given;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the backups of a folder, newest first; needs no running node.",
            footer = "%nExample: chengshu backup list --data /srv/city")
    static final class ListBackups implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "where they are (default: DATA/backups)")
        Path folder;

        @Override
        public Integer call() {
            List<Backup> backups = new BackupPlace(place(folder, options)).list();
            for (Backup backup : backups) {
                System.out.printf(
                        "%s  %-10s  %-14s  %10s  release %s  restorable from %s to about %s%n",
                        backup.manifest().id(),
                        backup.manifest().kind().word(),
                        backup.manifest().reason().word(),
                        Bytes.words(backup.manifest().bytes()),
                        backup.manifest().release(),
                        backup.manifest().endedAt(),
                        backup.restorableUntil());
            }
            if (backups.isEmpty()) {
                System.out.println("no backups in " + place(folder, options));
            }
            return 0;
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Reads backups again and compares every file with what was written; looks for gaps in the log.",
                "Needs no running node. Ends with 1 when something is wrong."
            },
            footer = "%nExample: chengshu backup verify /mnt/usb/20261126T211500Z")
    static final class Verify implements Callable<Integer> {
        @Mixin
        NodeOptions options = new NodeOptions();

        @Parameters(
                arity = "0..1",
                paramLabel = "FOLDER",
                description = "one backup, or a folder of several (default: DATA/backups)")
        Path folder;

        @Override
        public Integer call() {
            Path where = place(folder, options);
            List<Backup> backups = Files.exists(where.resolve(Backup.MANIFEST))
                    ? List.of(Backup.at(where))
                    : new BackupPlace(where).list();
            if (backups.isEmpty()) {
                throw new Fault(org.chengshu.core.CoreError.NOT_FOUND, "no backups in " + where);
            }
            int wrong = 0;
            for (Backup backup : backups) {
                List<String> faults = BackupCheck.faults(backup, bytes -> {});
                faults.forEach(fault -> System.out.println(backup.manifest().id() + "  " + fault));
                System.out.println(backup.manifest().id() + "  "
                        + (faults.isEmpty() ? "whole: " : faults.size() + " faults in ")
                        + backup.manifest().files().size() + " files, "
                        + Bytes.words(backup.manifest().bytes()));
                wrong += faults.size();
            }
            return wrong == 0 ? 0 : 1;
        }
    }
}
