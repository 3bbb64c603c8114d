package org.chengshu.data.feed.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.kernel.Fault;

/** Content without its packing, which must not grow beyond measure. */
final class Unpacking extends FilterInputStream {
    private static final long FREE = 64L << 20;

    private final Counting packed;
    private long count;

    private Unpacking(InputStream content, Counting packed) {
        super(content);
        this.packed = packed;
    }

    static InputStream of(InputStream content) throws IOException {
        Counting counting = new Counting(content);
        PushbackInputStream in = new PushbackInputStream(counting, 2);
        byte[] head = in.readNBytes(2);
        in.unread(head);
        return new Unpacking(isGzip(head) ? new GZIPInputStream(in, 1 << 16) : in, counting);
    }

    static boolean isGzip(byte[] head) {
        return head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        taken(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        taken(Math.max(0, got));
        return got;
    }

    private void taken(int more) {
        count += more;
        if (count > FeedLimits.MOST_BYTES || (count > FREE && count / FeedLimits.MOST_UNPACKING > packed.count)) {
            throw new Fault(DataError.FILE_UNREADABLE, "it unpacks to more than is taken, beyond " + count + " bytes");
        }
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = super.read(target, offset, length);
            count += Math.max(0, got);
            return got;
        }
    }
}
