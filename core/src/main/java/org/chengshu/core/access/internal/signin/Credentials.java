package org.chengshu.core.access.internal.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.chengshu.core.access.ApiTokens;
import org.chengshu.core.access.internal.account.Viewers;
import org.chengshu.core.access.internal.gate.Identification;
import org.chengshu.core.access.internal.gate.Identity;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** A bearer token, else a session cookie; a bad token is not made good by a cookie. */
@Component
class Credentials implements Identification {
    static final String COOKIE = "chengshu_session";
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final Sessions sessions;
    private final Viewers viewers;

    Credentials(ApiTokens tokens, Sessions sessions, Viewers viewers) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.viewers = viewers;
    }

    @Override
    public Optional<Identity> of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return tokens.find(header.substring(BEARER.length()).strip()).map(Identity::byToken);
        }
        return secretIn(request).flatMap(sessions::find).flatMap(session -> viewers.find(session.account())
                .map(viewer -> new Identity(viewer, true, session.mustChange())));
    }

    static Optional<String> secretIn(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
