package org.chengshu.core.restore.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengshu.core.CoreError;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.db.internal.EmbeddedPostgres;
import org.chengshu.core.db.internal.LogScripts;
import org.chengshu.kernel.Fault;

/** Lets the server of restored files take up the log until the moment asked for, and stops it when it is done. */
public final class TakingUp {
    private static final DateTimeFormatter TARGET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);
    private static final Pattern LAST = Pattern.compile("last completed transaction was at log time ([0-9: .-]+)\\+00");
    private static final int TOLD_LINES = 8;

    private final Backup backup;
    private final Path data;
    private Optional<Instant> reached = Optional.empty();

    public TakingUp(Backup backup, Path data) {
        this.backup = backup;
        this.data = data;
    }

    /** When the last transaction that is there again was committed. */
    public Optional<Instant> run(Optional<Instant> toTime, List<Path> logs, Consumer<String> say) throws IOException {
        say.accept("taking up the log ...");
        Path server = data.resolve("pg");
        List<Path> sources = new ArrayList<>(logs);
        backup.archive().ifPresent(sources::add);
        sources.add(backup.folder().resolve(Backup.LOG));
        Files.write(
                server.resolve(LogScripts.SOURCES),
                sources.stream().map(Path::toString).toList());
        Files.writeString(server.resolve("cluster").resolve("recovery.signal"), "");
        try (EmbeddedPostgres _ = EmbeddedPostgres.recover(data, options(toTime), at -> tell(at, say))) {
            return lastTransaction(Files.readString(server.resolve("server.log")))
                    .or(() -> reached);
        } catch (EmbeddedPostgres.RecoveryEnded ended) {
            throw new Fault(CoreError.RESTORE_REFUSED, why(ended.getMessage(), toTime), ended);
        } finally {
            Files.deleteIfExists(server.resolve(LogScripts.SOURCES));
        }
    }

    private static List<String> options(Optional<Instant> toTime) {
        List<String> options =
                new ArrayList<>(List.of("recovery_target_timeline=current", "recovery_target_action=promote"));
        toTime.ifPresent(time -> options.add("recovery_target_time=" + TARGET.format(time)));
        return options;
    }

    private void tell(Optional<Instant> at, Consumer<String> say) {
        if (at.isPresent() && (reached.isEmpty() || at.get().minusSeconds(60).isAfter(reached.get()))) {
            say.accept("  the log is taken up to " + at.get());
        }
        reached = at.or(() -> reached);
    }

    private static String why(String log, Optional<Instant> toTime) {
        if (log.contains("recovery ended before configured recovery target was reached")) {
            return "the log that is kept does not reach "
                    + toTime.map(Instant::toString).orElse("the end of the backup")
                    + lastTransaction(log)
                            .map(last -> "; its last transaction is of " + last
                                    + ". Give an earlier --to-time, or none for all there is")
                            .orElse("; add the folder that holds later pieces with --log");
        }
        String end =
                log.lines().skip(Math.max(0, log.lines().count() - TOLD_LINES)).collect(Collectors.joining("\n"));
        return "the database did not come up from the backup; its last words:\n" + end;
    }

    private static Optional<Instant> lastTransaction(String log) {
        Matcher found = LAST.matcher(log);
        Optional<Instant> last = Optional.empty();
        while (found.find()) {
            last = Optional.of(LocalDateTime.parse(found.group(1).strip().replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC));
        }
        return last;
    }
}
