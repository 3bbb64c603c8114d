package org.chengshu.core.jobs.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/**
 * A name that a node keeps over restarts. The data folder is held by one node at a time, so whatever is still running
 * under this name at a start was cut off.
 */
@Component
public final class NodeName {
    private final String name;

    NodeName(CitySettings settings) {
        this.name = readOrChoose(settings.dataFolder().resolve("node-name"));
    }

    public String name() {
        return name;
    }

    private static String readOrChoose(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) > 0) {
                return Files.readString(file).strip();
            }
            String chosen = UUID.randomUUID().toString();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, chosen);
            return chosen;
        } catch (IOException e) {
            throw new Fault(CoreError.INTERNAL, "cannot keep the node's name in " + file + ": " + e, e);
        }
    }
}
