package org.chengshu.core.access.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** From where and with what somebody signs in, as his request says. */
record Client(String address, String device) {
    private static final int LONGEST = 300;

    static Client of(HttpServletRequest request) {
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        return new Client(
                Optional.ofNullable(request.getRemoteAddr()).orElse(""),
                agent.substring(0, Math.min(agent.length(), LONGEST)));
    }
}
