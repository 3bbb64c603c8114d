package org.chengshu.core.access.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that scripts cannot read and other sites cannot send. */
final class SessionCookie {
    private SessionCookie() {}

    static void set(HttpServletRequest request, HttpServletResponse response, String secret) {
        write(request, response, secret, Duration.ofSeconds(-1));
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(Credentials.COOKIE, value)
                .httpOnly(true)
                .secure(isOverTls(request))
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    // Believing a stranger's header only makes his own cookie stricter.
    private static boolean isOverTls(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
