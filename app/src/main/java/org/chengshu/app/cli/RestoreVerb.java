package org.chengshu.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chengshu.app.node.NodeOptions;
import org.chengshu.core.disk.Bytes;
import org.chengshu.core.restore.RestoreOrder;
import org.chengshu.core.restore.RestoreReport;
import org.chengshu.core.restore.Restoring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Brings a data folder back from a backup, to its latest state or to a moment.",
            "Checks first, says what it does, deletes nothing. The platform must not run on that folder."
        },
        footer = "%nExample: chengshu restore /backups --to-time 2026-11-26T21:15:00+08:00 --data /srv/city")
final class RestoreVerb implements Callable<Integer> {
    @Mixin
    NodeOptions options = new NodeOptions();

    @Parameters(
            paramLabel = "FROM",
            description = "a backup's folder, or a folder of several: the fitting one is taken")
    Path from = Path.of(".");

    @Option(
            names = "--to-time",
            paramLabel = "TIME",
            description = "the moment to come back to, with its offset (default: as late as the kept log reaches)")
    String toTime = "";

    @Option(names = "--replace", description = "move a data folder that is there aside")
    boolean replace;

    @Option(
            names = "--log",
            paramLabel = "FOLDER",
            description =
                    "a further folder with pieces of the log, such as OLD-DATA/pg/cluster/pg_wal; may be repeated")
    List<Path> logs = new ArrayList<>();

    @Option(names = "--dry-run", description = "only check and say what would be done")
    boolean dryRun;

    @Override
    public Integer call() {
        Restoring restoring = Restoring.plan(new RestoreOrder(from, moment(), options.data(), replace, logs));
        restoring.says().forEach(System.out::println);
        if (!dryRun) {
            report(restoring.run(System.out::println));
        }
        return 0;
    }

    private void report(RestoreReport done) {
        System.out.printf(
                "restored: %d files, %s in %.1f s; the log in %.1f s%n",
                done.files(),
                Bytes.words(done.bytes()),
                done.copying().toMillis() / 1_000.0,
                done.recovering().toMillis() / 1_000.0);
        done.lastTransaction().ifPresent(last -> System.out.println("last transaction that is there: " + last));
        done.movedAside().ifPresent(aside -> System.out.println("the former data folder lies in " + aside));
        System.out.println("Next: ./chengshu up --data " + options.data()
                + ", look at it, then make a new backup: the log is kept again only from then on.");
    }

    private Optional<Instant> moment() {
        if (toTime.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(toTime).toInstant());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--to-time " + toTime + " is no time with its offset, such as 2026-11-26T21:15:00+08:00", e);
        }
    }
}
