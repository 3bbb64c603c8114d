package org.chengshu.core.http.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.operator.OperatorCreationException;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/**
 * The certificate of the people port and its key, as PEM files. Without one of the city's own, a self-signed one is made in
 * the data folder at the first start and made anew when it has less than 30 days left.
 */
public record PeopleCertificate(Path certificate, Path key) {
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final int LINE = 64;

    public static PeopleCertificate inDataFolder(Path dataFolder, Instant now) {
        Path folder = dataFolder.resolve("tls");
        PeopleCertificate ours = new PeopleCertificate(folder.resolve("people.crt"), folder.resolve("people.key"));
        try {
            if (!Files.exists(ours.key) || ours.read().getNotAfter().toInstant().isBefore(now.plus(RENEWED_BEFORE))) {
                Files.createDirectories(folder);
                ours.make(now);
            }
            return ours;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new Fault(CoreError.INTERNAL, "cannot make a certificate in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The city's own, when it has named both files; either alone is refused, and so is a file that cannot be read. */
    public static Optional<PeopleCertificate> given(Optional<Path> certificate, Optional<Path> key) {
        if (certificate.isPresent() != key.isPresent()) {
            throw new Fault(CoreError.BAD_REQUEST, "http.certificate and http.certificate-key go together");
        }
        Optional<PeopleCertificate> own = certificate.map(file -> new PeopleCertificate(file, key.orElseThrow()));
        own.ifPresent(PeopleCertificate::read);
        own.filter(files -> !Files.isReadable(files.key)).ifPresent(files -> {
            throw new Fault(CoreError.BAD_REQUEST, "cannot read the certificate's key " + files.key);
        });
        return own;
    }

    /** The certificate itself, the first of the file. */
    public X509Certificate read() {
        try (InputStream in = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new Fault(
                    CoreError.BAD_REQUEST, "cannot read the certificate " + certificate + ": " + e.getMessage(), e);
        }
    }

    private void make(Instant now) throws IOException, GeneralSecurityException, OperatorCreationException {
        SelfSigned fresh = SelfSigned.make(MachineNames.list(), now);
        write(key, "PRIVATE KEY", fresh.keys().getPrivate().getEncoded(), "rw-------");
        write(certificate, "CERTIFICATE", fresh.certificate().getEncoded(), "rw-r--r--");
    }

    private static void write(Path file, String what, byte[] content, String rights) throws IOException {
        Path partial = Files.createTempFile(file.getParent(), "new", ".pem");
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString(rights));
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                partial,
                "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n",
                StandardCharsets.US_ASCII);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
