package org.chengshu.core.crypto.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.crypto.CryptoSettings;
import org.chengshu.core.settings.NodeSettings;
import org.chengshu.core.settings.Secret;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;

/** The master key of this node: from its setting, else from its file in the data folder, else made there. */
final class MasterKeys {
    private final Settings settings;
    private final Path file;

    MasterKeys(Settings settings) {
        this.settings = settings;
        this.file = settings.get(NodeSettings.DATA_FOLDER).resolve(CryptoSettings.MASTER_KEY_FILE);
    }

    /** The master key that is given or kept; empty when there is none yet. */
    Optional<MasterKey> find() {
        Optional<Secret> given = settings.get(CryptoSettings.MASTER_KEY);
        if (given.isPresent()) {
            return Optional.of(parse(given.get().reveal(), CryptoSettings.MASTER_KEY.name()));
        }
        try {
            return Files.exists(file) ? Optional.of(parse(Files.readString(file), file.toString())) : Optional.empty();
        } catch (IOException e) {
            throw new Fault(CoreError.KEY_MISSING, "cannot read " + file + ": " + e, e);
        }
    }

    Optional<MasterKey> findFormer() {
        return settings.get(CryptoSettings.FORMER_MASTER_KEY)
                .map(secret -> parse(secret.reveal(), CryptoSettings.FORMER_MASTER_KEY.name()));
    }

    MasterKey make() {
        MasterKey fresh = MasterKey.random();
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path partial = Files.createTempFile(
                    file.getParent(),
                    "master",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(partial, fresh.base64() + "\n");
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return fresh;
        } catch (IOException e) {
            throw new Fault(CoreError.KEY_MISSING, "cannot write " + file + ": " + e, e);
        }
    }

    Path file() {
        return file;
    }

    private static MasterKey parse(String base64, String place) {
        return MasterKey.of(base64)
                .orElseThrow(() -> new Fault(CoreError.KEY_MISSING, place + " is not a key of 32 bytes in Base64"));
    }
}
