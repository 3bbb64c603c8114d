package org.chengshu.core.backup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengshu.core.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.backup.Backup;
import org.chengshu.core.backup.BackupFile;
import org.chengshu.core.backup.BackupReason;
import org.chengshu.core.restore.RestoreOrder;
import org.chengshu.core.restore.RestoreReport;
import org.chengshu.core.restore.Restoring;
import org.chengshu.kernel.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a real server under load, and data folders brought back from them. */
class BackupTest {
    @TempDir
    static Path folder;

    private static BusyCity city;

    @BeforeAll
    static void aCityThatWrites() throws IOException {
        city = BusyCity.in(folder.resolve("city"), folder.resolve("backups"));
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void bringsBackExactlyWhatWasCommittedByTheMomentAskedFor() throws Exception {
        Backup backup = city.underLoad(() -> city.backUp());
        long before = city.write("before");
        Instant moment = city.databaseTime();
        city.write("after");
        city.handOverLog();
        Path data = folder.resolve("at-the-moment");

        RestoreReport report =
                restore(new RestoreOrder(folder.resolve("backups"), Optional.of(moment), data, false, List.of()));

        assertThat(report.backup()).isEqualTo(backup.manifest().id());
        assertThat(report.lastTransaction())
                .hasValueSatisfying(last -> assertThat(last).isBeforeOrEqualTo(moment));
        assertThat(BusyCity.rowsIn(data)).isEqualTo(before);
        assertThat(data.resolve("keys/field.key")).hasContent("a key").satisfies(BackupTest::ownerOnly);
    }

    @Test
    void bringsBackAllThatTheKeptLogHoldsWhenNoMomentIsGiven() throws Exception {
        Backup backup = city.backUp();
        long written = city.write("later");
        city.handOverLog();
        Path data = folder.resolve("all");

        restore(new RestoreOrder(backup.folder(), Optional.empty(), data, false, List.of()));

        assertThat(BusyCity.rowsIn(data)).isEqualTo(written);
    }

    @Test
    void aBackupAsideStandsAlone() throws Exception {
        Path aside = folder.resolve("usb stick");
        new org.chengshu.core.backup.BackupPlace(aside).prepare();
        long written = city.write("for the stick");
        city.desk().make(BackupReason.ASKED, Optional.of(aside), bytes -> {});
        Path data = folder.resolve("from-the-stick");

        restore(new RestoreOrder(aside, Optional.empty(), data, false, List.of()));

        assertThat(BusyCity.rowsIn(data)).isEqualTo(written);
    }

    @Test
    void saysHowFarTheLogReachesWhenTheMomentLiesBeyond() throws Exception {
        Backup backup = city.backUp();
        city.handOverLog();
        Instant beyond = city.databaseTime().plusSeconds(3600);

        assertThatThrownBy(() -> restore(new RestoreOrder(
                        backup.folder(), Optional.of(beyond), folder.resolve("beyond"), false, List.of())))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("the log that is kept does not reach " + beyond);
    }

    @Test
    void refusesAMomentBeforeTheFirstBackup() throws Exception {
        city.backUp();

        assertThatThrownBy(() -> Restoring.plan(new RestoreOrder(
                        folder.resolve("backups"),
                        Optional.of(Instant.parse("2020-01-01T00:00:00Z")),
                        folder.resolve("early"),
                        false,
                        List.of())))
                .hasMessageContaining("no backup")
                .hasMessageContaining("the oldest is of");
    }

    @Test
    void neverWritesIntoAFolderThatHoldsSomething() throws Exception {
        Backup backup = city.backUp();
        Path data = Files.createDirectory(folder.resolve("somebody's"));
        Files.writeString(data.resolve("letter.txt"), "dear");

        assertThatThrownBy(() ->
                        Restoring.plan(new RestoreOrder(backup.folder(), Optional.empty(), data, false, List.of())))
                .hasMessageContaining("is not empty");
        RestoreReport report = restore(new RestoreOrder(backup.folder(), Optional.empty(), data, true, List.of()));

        assertThat(report.movedAside()).hasValueSatisfying(aside -> assertThat(aside.resolve("letter.txt"))
                .hasContent("dear"));
        assertThat(data.resolve("letter.txt")).doesNotExist();
    }

    @Test
    void findsAFileThatChangedOrWentAway() throws Exception {
        Backup backup = city.backUp();
        assertThat(Verification.faults(backup, bytes -> {})).isEmpty();
        BackupFile changed = backup.manifest().files().stream()
                .filter(file -> file.path().endsWith("pg_control"))
                .findFirst()
                .orElseThrow();
        BackupFile gone = backup.manifest().files().stream()
                .filter(file -> file.path().endsWith("PG_VERSION"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(backup.folder().resolve(changed.path()));
        bytes[77] ^= 1;
        Files.write(backup.folder().resolve(changed.path()), bytes);
        Files.delete(backup.folder().resolve(gone.path()));

        assertThat(Verification.faults(backup, read -> {}))
                .containsExactlyInAnyOrder(
                        changed.path() + " has other content than when it was written", gone.path() + " is missing");
        Trees.delete(backup.folder());
    }

    @Test
    void keepsTheNewestBackupsAndTheLogTheyNeed() throws Exception {
        for (int i = 0; i < BusyCity.KEEP + 1; i++) {
            city.backUp();
            city.write("round " + i);
            city.handOverLog();
        }

        List<Backup> left = city.desk().list();
        assertThat(left).hasSize(BusyCity.KEEP);
        String oldest = left.getLast().manifest().log().orElseThrow().first();
        LogArchive archive = city.desk().archive().orElseThrow();
        assertThat(archive.segments()).allSatisfy(name -> assertThat(name).isGreaterThanOrEqualTo(oldest));
        assertThat(Verification.faults(left.getLast(), bytes -> {})).isEmpty();
    }

    @Test
    void theServerKeepsItsLogWhileTheArchiveCannotBeReached() throws Exception {
        city.backUp();
        LogArchive archive = city.desk().archive().orElseThrow();
        Path away = archive.folder().resolveSibling("unplugged");
        Files.move(archive.folder(), away);
        city.write("while it is away");
        city.switchLog();
        eventually("the server notices", () -> city.failedHandOvers() > 0);

        Files.move(away, archive.folder());
        city.handOverLog();

        assertThat(Verification.faults(city.desk().list().getFirst(), bytes -> {}))
                .isEmpty();
    }

    private static RestoreReport restore(RestoreOrder order) {
        return Restoring.plan(order).run(line -> {});
    }

    private static void ownerOnly(Path file) {
        try {
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
