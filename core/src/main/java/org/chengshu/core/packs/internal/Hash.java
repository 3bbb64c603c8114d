package org.chengshu.core.packs.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.core.packs.PackFiles;

/** SHA-256 over texts; each is closed by a zero byte, so that none can pass for two. */
final class Hash {
    private final MessageDigest digest = Sha256.digest();

    /** Over the paths and texts of a pack. */
    static String of(PackFiles files) {
        Hash hash = new Hash();
        files.pathToText().forEach((path, text) -> hash.add(path).add(text));
        return hash.hex();
    }

    Hash add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
