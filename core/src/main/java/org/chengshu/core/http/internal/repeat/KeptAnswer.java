package org.chengshu.core.http.internal.repeat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer as it went out the first time: enough to give it again. The body is in Base64. */
record KeptAnswer(int status, Map<String, String> headers, String body) {
    private static final List<String> KEPT =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_LANGUAGE);
    private static final String REPLAYED = "Idempotency-Replayed";

    static KeptAnswer of(ContentCachingResponseWrapper response) {
        Map<String, String> headers = new TreeMap<>();
        KEPT.forEach(
                name -> Optional.ofNullable(response.getHeader(name)).ifPresent(value -> headers.put(name, value)));
        Optional.ofNullable(response.getContentType()).ifPresent(type -> headers.put(HttpHeaders.CONTENT_TYPE, type));
        return new KeptAnswer(
                response.getStatus(), headers, Base64.getEncoder().encodeToString(response.getContentAsByteArray()));
    }

    void giveAgain(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.getOutputStream().write(Base64.getDecoder().decode(body));
    }
}
