package org.chengshu.core.sheets;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that was made for one reader; gone once it is sent or closed. */
public record ExportFile(Path file, String name, String mediaType, int rows, boolean truncated)
        implements AutoCloseable {
    /** Sends it as an attachment; the name in the way of RFC 6266. */
    public void send(HttpServletResponse response) throws IOException {
        response.setContentType(mediaType);
        response.setContentLengthLong(Files.size(file));
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Export-Rows", String.valueOf(rows));
        if (truncated) {
            response.setHeader("X-Export-Truncated", "true");
        }
        Files.copy(file, response.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
