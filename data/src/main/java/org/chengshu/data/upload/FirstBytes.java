package org.chengshu.data.upload;

import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of a stream that goes on after them. */
final class FirstBytes extends InputStream {
    private final InputStream stream;
    private long left;

    FirstBytes(InputStream stream, long most) {
        this.stream = stream;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        int next = stream.read();
        left -= next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0 && length > 0) {
            return -1;
        }
        int count = stream.read(into, offset, (int) Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }
}
