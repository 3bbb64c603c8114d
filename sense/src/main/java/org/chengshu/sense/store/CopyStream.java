package org.chengshu.sense.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import org.chengshu.sense.codec.Chunk;
import org.postgresql.copy.CopyIn;

/** Writes chunks as PostgreSQL's binary COPY wants them. */
final class CopyStream {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int BUFFER = 64 * 1024;
    private static final int NUMBERS_OF_A_ROW = 64;
    private static final short FIELDS = 5;

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    CopyStream(CopyIn copy) {
        this.copy = copy;
    }

    long write(List<Chunk> chunks) throws SQLException {
        buffer.put(SIGNATURE).putInt(0).putInt(0);
        for (Chunk chunk : chunks) {
            makeRoom(NUMBERS_OF_A_ROW + chunk.body().length);
            buffer.putShort(FIELDS);
            buffer.putInt(Integer.BYTES).putInt(chunk.head().series());
            buffer.putInt(Long.BYTES).putLong(chunk.head().first());
            buffer.putInt(Long.BYTES).putLong(chunk.head().last());
            buffer.putInt(Integer.BYTES).putInt(chunk.head().count());
            buffer.putInt(chunk.body().length).put(chunk.body());
        }
        makeRoom(Short.BYTES);
        buffer.putShort((short) -1);
        flush();
        return copy.endCopy();
    }

    private void makeRoom(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            flush();
            if (buffer.capacity() < bytes) {
                buffer = ByteBuffer.allocate(bytes);
            }
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
