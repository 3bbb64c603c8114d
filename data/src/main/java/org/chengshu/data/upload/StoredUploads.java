package org.chengshu.data.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.core.files.Files;
import org.chengshu.core.files.StoredFile;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
final class StoredUploads implements Uploads {
    private static final long PART_BYTES = 32L * 1024 * 1024;
    private static final String TYPE = "application/octet-stream";

    private final DSLContext sql;
    private final Files files;
    private final Clock clock;

    StoredUploads(DSLContext sql, Files files, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Upload put(String name, InputStream content, Viewer who) {
        MessageDigest digest = Sha256.digest();
        List<UUID> parts = new ArrayList<>();
        long bytes = 0;
        try {
            PushbackInputStream rest = new PushbackInputStream(new DigestInputStream(content, digest));
            while (parts.isEmpty() || hasMore(rest)) {
                parts.add(files.put(name, TYPE, new FirstBytes(rest, PART_BYTES)));
                bytes += files.find(parts.getLast()).map(StoredFile::bytes).orElse(0L);
                if (bytes > LIMIT_BYTES) {
                    throw new Fault(CoreError.TOO_LARGE, name + " is larger than 1 GiB; deliver it in parts");
                }
            }
        } catch (IOException e) {
            throw new Fault(CoreError.BAD_REQUEST, "the content of " + name + " broke off: " + e.getMessage(), e);
        }
        return keep(name, bytes, HexFormat.of().formatHex(digest.digest()), parts, who);
    }

    @Override
    public Optional<Upload> find(UUID id) {
        return sql.fetchOptional("select * from cs_data.upload where id = ?", id)
                .map(StoredUploads::upload);
    }

    @Override
    public InputStream open(UUID id) {
        get(id).removedAt().ifPresent(at -> {
            throw new Fault(CoreError.NOT_FOUND, "the content of upload " + id + " was removed at " + at);
        });
        return new PartStream(parts(id).iterator(), files::open);
    }

    @Override
    public Upload remove(UUID id) {
        if (get(id).removedAt().isEmpty()) {
            parts(id).forEach(files::remove);
            sql.execute(
                    "update cs_data.upload set parts = '{}', removed_at = ?::timestamptz where id = ?",
                    clock.instant().atOffset(ZoneOffset.UTC),
                    id);
        }
        return get(id);
    }

    private Upload get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "upload " + id));
    }

    private List<UUID> parts(UUID id) {
        return sql.fetchOptional("select parts from cs_data.upload where id = ?", id)
                .map(row -> Arrays.asList(row.get(0, UUID[].class)))
                .orElseGet(List::of);
    }

    private Upload keep(String name, long bytes, String sha256, List<UUID> parts, Viewer who) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Ids.at(now);
        sql.execute(
                """
                insert into cs_data.upload (id, name, bytes, sha256, parts, account, stored_at)
                values (?, ?, ?, ?, ?, ?, ?::timestamptz)
                """,
                id,
                name,
                bytes,
                sha256,
                parts.toArray(UUID[]::new),
                who.accountId(),
                now.atOffset(ZoneOffset.UTC));
        return new Upload(id, name, bytes, sha256, now, Optional.empty());
    }

    private static boolean hasMore(PushbackInputStream stream) throws IOException {
        int next = stream.read();
        if (next < 0) {
            return false;
        }
        stream.unread(next);
        return true;
    }

    private static Upload upload(Record row) {
        return new Upload(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("bytes", long.class),
                row.get("sha256", String.class),
                row.get("stored_at", Instant.class),
                Optional.ofNullable(row.get("removed_at", Instant.class)));
    }
}
