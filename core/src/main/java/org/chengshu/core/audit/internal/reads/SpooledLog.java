package org.chengshu.core.audit.internal.reads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.audit.ReadLog;
import org.chengshu.core.audit.SensitiveReads;
import tools.jackson.databind.json.JsonMapper;

/** Lines go to a file of the data folder, and from there to the city's files when the access ends. */
final class SpooledLog implements ReadLog {
    private final Access access;
    private final Path spool;
    private final OutputStream out;
    private final Audit audit;
    private final org.chengshu.core.files.Files files;
    private final JsonMapper json;
    private final SM3Digest digest = new SM3Digest();
    private long rows;
    private boolean closed;

    /** Who reads what. */
    record Access(Viewer viewer, String what, Map<String, String> notes) {}

    SpooledLog(Access access, Path spool, Audit audit, org.chengshu.core.files.Files files, JsonMapper json)
            throws IOException {
        this.access = access;
        this.spool = spool;
        this.out = new GZIPOutputStream(Files.newOutputStream(spool));
        this.audit = audit;
        this.files = files;
        this.json = json;
    }

    @Override
    public void row(List<String> words) {
        byte[] line = (json.writeValueAsString(words) + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(line, 0, line.length);
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log of sensitive reads", e);
        }
        rows++;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            out.close();
            keep();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the log of sensitive reads", e);
        }
    }

    private void keep() throws IOException {
        try (InputStream content = Files.newInputStream(spool)) {
            UUID log = files.put("reads.jsonl.gz", "application/gzip", content);
            Map<String, String> details = new TreeMap<>(access.notes());
            details.put("id", access.what());
            details.put("rows", String.valueOf(rows));
            details.put("hash", LogHash.hex(digest));
            details.put("log", log.toString());
            Viewer viewer = access.viewer();
            audit.record(
                    AuditEntry.done(Optional.of(viewer.accountId()), viewer.name(), SensitiveReads.EVENT, details));
        } finally {
            Files.deleteIfExists(spool);
        }
    }
}
