package org.chengshu.core.settings.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a secret from the file that holds nothing else. */
final class SecretFile {
    private static final long LARGEST = 16L * 1024;

    private SecretFile() {}

    static Optional<String> read(GivenValue given, Path dataFolder, FaultsFound faults) {
        try {
            Path file = dataFolder.resolve(given.text());
            if (Files.size(file) > LARGEST) {
                faults.add(given.place(), file + " 超过 16 KiB", file + " is larger than 16 KiB");
                return Optional.empty();
            }
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                faults.add(given.place(), file + " 是空的", file + " is empty");
            }
            return Optional.of(secret).filter(word -> !word.isEmpty());
        } catch (IOException | InvalidPathException e) {
            faults.add(
                    given.place(),
                    "无法读取密钥文件 " + given.text(),
                    "cannot read the secret's file " + given.text() + ": "
                            + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
