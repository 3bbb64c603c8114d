package org.chengshu.core.http.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleCertificateTest {
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final int SUBJECT_NAME = 1;

    @TempDir
    Path data;

    @Test
    void isMadeAtTheFirstStartForTheNamesOfThisMachine() throws GeneralSecurityException {
        X509Certificate made = PeopleCertificate.inDataFolder(data, NOW).read();

        made.checkValidity(Date.from(NOW));
        made.verify(made.getPublicKey());
        assertThat(made.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(SUBJECT_NAME))))
                .contains("localhost", "127.0.0.1");
    }

    @Test
    void keepsItsKeyFromOthers() throws IOException {
        PeopleCertificate made = PeopleCertificate.inDataFolder(data, NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.key())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(made.key())).startsWith("-----BEGIN PRIVATE KEY-----");
        try (var files = Files.list(data.resolve("tls"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(List.of("people.crt", "people.key"));
        }
    }

    @Test
    void staysTheSameUntilItIsSoonOver() {
        X509Certificate first = PeopleCertificate.inDataFolder(data, NOW).read();
        X509Certificate nextYear = PeopleCertificate.inDataFolder(data, NOW.plus(Duration.ofDays(360)))
                .read();
        X509Certificate renewed = PeopleCertificate.inDataFolder(data, NOW.plus(Duration.ofDays(370)))
                .read();

        assertThat(nextYear).isEqualTo(first);
        assertThat(renewed).isNotEqualTo(first);
    }
}
