package org.chengshu.app.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a running node listens, the certificate by which it is known when it speaks HTTPS, and the token by which this
 * machine's owner acts on it. Kept in the data folder, readable by its owner only; never printed.
 */
public record NodeAddress(URI http, URI device, String mqtt, Optional<Path> certificate, String token) {
    private static final String FILE = "node.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    void writeTo(Path dataFolder) throws IOException {
        Path partial = Files.createTempFile(
                dataFolder,
                "node",
                ".json",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, JSON.writeValueAsString(this));
        Files.move(partial, dataFolder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    static void removeFrom(Path dataFolder) throws IOException {
        Files.deleteIfExists(dataFolder.resolve(FILE));
    }

    /** The address that the last node on this folder left; it may no longer answer. */
    public static Optional<NodeAddress> readFrom(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), NodeAddress.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** What a client has to trust in order to speak with the node, where it speaks HTTPS. */
    public Optional<SSLContext> trust() {
        return certificate.map(KnownNode::context);
    }

    @Override
    public String toString() {
        return "NodeAddress[http=" + http + ", device=" + device + ", mqtt=" + mqtt + "]";
    }
}
