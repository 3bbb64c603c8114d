package org.chengshu.data.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.Function;

/** Streams one after another, each opened when it is needed. */
final class PartStream extends InputStream {
    private final Iterator<UUID> parts;
    private final Function<UUID, InputStream> opening;
    private InputStream part = InputStream.nullInputStream();

    PartStream(Iterator<UUID> parts, Function<UUID, InputStream> opening) {
        this.parts = parts;
        this.opening = opening;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = part.read(into, offset, length);
        while (count < 0 && parts.hasNext()) {
            part.close();
            part = opening.apply(parts.next());
            count = part.read(into, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
