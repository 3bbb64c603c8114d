package org.chengshu.core.http.internal.repeat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chengshu.core.CoreError;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.kernel.Fault;

/**
 * A request whose body has been read before its transaction begins, so that a slow sender holds no connection of the
 * database; it tells by a fingerprint whether another request is the same.
 */
final class ReadRequest extends HttpServletRequestWrapper {
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final byte[] body;
    private final byte[] fingerprint;
    private final boolean hasParts;

    private ReadRequest(HttpServletRequest request, byte[] body, byte[] content, boolean hasParts) {
        super(request);
        this.body = body;
        this.hasParts = hasParts;
        String line = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
        this.fingerprint = RequestKey.sha256(line.getBytes(StandardCharsets.UTF_8), content);
    }

    static ReadRequest of(HttpServletRequest request) throws IOException, ServletException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            return new ReadRequest(request, new byte[0], contentOf(request.getParts()), true);
        }
        // Pictures are sent by telephones, which lose the answer in a tunnel and send them again.
        if (type.equals("null") || type.contains("json") || type.startsWith("image/")) {
            byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new Fault(CoreError.TOO_LARGE, "a body has at most " + MOST_BYTES + " bytes");
            }
            return new ReadRequest(request, body, body, false);
        }
        throw new Fault(
                CoreError.BAD_REQUEST, "Idempotency-Key goes with JSON, multipart and image bodies, not with " + type);
    }

    private static byte[] contentOf(Iterable<Part> parts) throws IOException {
        List<byte[]> digests = new ArrayList<>();
        for (Part part : parts) {
            digests.add((part.getName() + "\n" + part.getSubmittedFileName() + "\n").getBytes(StandardCharsets.UTF_8));
            digests.add(digest(part));
        }
        return RequestKey.sha256(digests.toArray(byte[][]::new));
    }

    private static byte[] digest(Part part) throws IOException {
        try (InputStream in = part.getInputStream();
                DigestInputStream digesting = new DigestInputStream(in, Sha256.digest())) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return digesting.getMessageDigest().digest();
        }
    }

    byte[] fingerprint() {
        return fingerprint.clone();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return hasParts ? super.getInputStream() : new Bytes(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return hasParts
                ? super.getReader()
                : new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is there already");
        }
    }
}
