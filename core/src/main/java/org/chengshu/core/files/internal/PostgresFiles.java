package org.chengshu.core.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.files.Files;
import org.chengshu.core.files.StoredFile;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
final class PostgresFiles implements Files {
    private static final int PIECE = 256 * 1024;

    private final DSLContext sql;
    private final Transactions transactions;
    private final Clock clock;

    PostgresFiles(DSLContext sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public UUID put(String name, String type, InputStream content) {
        return transactions.call(() -> {
            Instant now = clock.instant();
            UUID id = Ids.at(now);
            MessageDigest digest = Sha256.digest();
            long bytes = storePieces(id, name, content, digest);
            sql.execute("""
                    insert into cs_core.file (id, name, type, bytes, sha256, stored_at)
                    values (?, ?, ?, ?, ?, ?::timestamptz)
                    """, id, name, type, bytes, HexFormat.of().formatHex(digest.digest()), now);
            return id;
        });
    }

    @Override
    public Optional<StoredFile> find(UUID id) {
        return sql.fetchOptional("select * from cs_core.file where id = ?", id).map(PostgresFiles::file);
    }

    @Override
    public InputStream open(UUID id) {
        if (find(id).isEmpty()) {
            throw new Fault(CoreError.NOT_FOUND, "file " + id);
        }
        return new PieceStream(n -> piece(id, n));
    }

    @Override
    public boolean remove(UUID id) {
        return transactions.call(() -> {
            sql.execute("delete from cs_core.file_piece where file_id = ?", id);
            return sql.execute("delete from cs_core.file where id = ?", id) > 0;
        });
    }

    private long storePieces(UUID id, String name, InputStream content, MessageDigest digest) {
        try {
            long bytes = 0;
            byte[] piece = content.readNBytes(PIECE);
            for (int n = 0; piece.length > 0; n++) {
                bytes += piece.length;
                if (bytes > LIMIT_BYTES) {
                    throw new Fault(CoreError.TOO_LARGE, name + " is larger than 64 MiB");
                }
                digest.update(piece);
                sql.execute("insert into cs_core.file_piece (file_id, n, content) values (?, ?, ?)", id, n, piece);
                piece = content.readNBytes(PIECE);
            }
            return bytes;
        } catch (IOException e) {
            throw new Fault(CoreError.BAD_REQUEST, "the content of " + name + " broke off: " + e.getMessage(), e);
        }
    }

    private Optional<byte[]> piece(UUID id, int n) {
        return sql.fetchOptional("select content from cs_core.file_piece where file_id = ? and n = ?", id, n)
                .map(row -> row.get(0, byte[].class));
    }

    private static StoredFile file(Record row) {
        return new StoredFile(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("type", String.class),
                row.get("bytes", Long.class),
                row.get("sha256", String.class),
                row.get("stored_at", OffsetDateTime.class).toInstant());
    }
}
