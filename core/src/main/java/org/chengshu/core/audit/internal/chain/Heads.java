package org.chengshu.core.audit.internal.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.chengshu.core.CoreError;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes heads of the chain down where the database's rights do not reach: into the node's log and a file of the data
 * folder, one line each: time, number, algorithm, hash. Lines are only ever added.
 */
@Component
class Heads {
    static final String FILE = "audit-heads.log";
    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);

    private final Path file;

    Heads(CitySettings city) {
        this.file = city.dataFolder().resolve(FILE);
    }

    void note(Link head, Instant now) {
        LOG.info("audit head {} {} {}", head.number(), head.algorithmWord(), head.hash());
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            String line = now + " " + head.number() + " " + head.algorithmWord() + " " + head.hash() + "\n";
            Files.writeString(file, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.error("cannot write the head of the audit to {}: {}", file, e.toString());
        }
    }

    /** Hashes in hexadecimal by number; a line that cannot be read is no head. */
    Map<Long, String> read() {
        Map<Long, String> heads = new HashMap<>();
        if (!Files.exists(file)) {
            return heads;
        }
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> line.split(" "))
                    .filter(words -> words.length == 4 && words[1].matches("\\d{1,18}"))
                    .forEach(words -> heads.put(Long.parseLong(words[1]), words[3]));
            return heads;
        } catch (IOException e) {
            throw new Fault(CoreError.INTERNAL, "cannot read " + file + ": " + e, e);
        }
    }
}
