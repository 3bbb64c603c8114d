package org.chengshu.sense.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.BitSet;
import org.chengshu.wire.Value;
import org.postgresql.copy.CopyIn;

/** Writes rows as PostgreSQL's binary COPY wants them: (ord, series, time, num, text, bool). */
final class CopyStream {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final long POSTGRES_EPOCH_MICROS = 946_684_800_000_000L;
    private static final int CHUNK = 64 * 1024;
    private static final int NUMBERS_OF_A_ROW = 64;
    private static final short FIELDS = 6;

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(CHUNK);

    CopyStream(CopyIn copy) {
        this.copy = copy;
    }

    long write(ReadingRows rows, BitSet wanted) throws SQLException {
        buffer.put(SIGNATURE).putInt(0).putInt(0);
        for (int row = wanted.nextSetBit(0); row >= 0; row = wanted.nextSetBit(row + 1)) {
            writeRow(rows, row);
        }
        makeRoom(Short.BYTES);
        buffer.putShort((short) -1);
        flush();
        return copy.endCopy();
    }

    private void writeRow(ReadingRows rows, int row) throws SQLException {
        Value value = rows.value(row);
        byte[] text = value instanceof Value.Str(String words) ? words.getBytes(StandardCharsets.UTF_8) : null;
        makeRoom(NUMBERS_OF_A_ROW + (text == null ? 0 : text.length));
        buffer.putShort(FIELDS);
        buffer.putInt(Integer.BYTES).putInt(row);
        buffer.putInt(Integer.BYTES).putInt(rows.series(row));
        buffer.putInt(Long.BYTES).putLong(rows.micros(row) - POSTGRES_EPOCH_MICROS);
        if (value instanceof Value.Num(double number)) {
            buffer.putInt(Double.BYTES).putDouble(number);
        } else {
            buffer.putInt(-1);
        }
        if (text == null) {
            buffer.putInt(-1);
        } else {
            buffer.putInt(text.length).put(text);
        }
        if (value instanceof Value.Bool(boolean flag)) {
            buffer.putInt(1).put((byte) (flag ? 1 : 0));
        } else {
            buffer.putInt(-1);
        }
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
