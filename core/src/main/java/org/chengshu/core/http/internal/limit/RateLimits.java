package org.chengshu.core.http.internal.limit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.access.internal.gate.CurrentViewer;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.core.http.TryLater;
import org.chengshu.core.http.internal.options.HttpSettings;
import org.chengshu.core.settings.Settings;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves an account, a token and an address of strangers so many requests a minute on this node, and tells each answer
 * what is left: the header fields RateLimit-Policy and RateLimit of the IETF's draft-ietf-httpapi-ratelimit-headers.
 */
@Component
class RateLimits implements HandlerInterceptor, WebMvcConfigurer {
    // After the gate, which knows who is there; the audit around it leaves refused floods out.
    private static final int AFTER_THE_GATE = Ordered.HIGHEST_PRECEDENCE + 2;

    private final Buckets accounts;
    private final Buckets tokens;
    private final Buckets strangers;

    RateLimits(Settings settings) {
        this.accounts = new Buckets("account", settings.get(HttpSettings.ACCOUNT_REQUESTS));
        this.tokens = new Buckets("token", settings.get(HttpSettings.TOKEN_REQUESTS));
        this.strangers = new Buckets("address", settings.get(HttpSettings.STRANGER_REQUESTS));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**", "/openapi/**").order(AFTER_THE_GATE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        Optional<Viewer> viewer = CurrentViewer.of(request);
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (viewer.isEmpty()) {
            take(strangers, String.valueOf(request.getRemoteAddr()), response);
            return true;
        }
        take(accounts, viewer.get().accountId().toString(), response);
        if (credentials != null) {
            take(tokens, digest(credentials), response);
        }
        return true;
    }

    private static void take(Buckets buckets, String caller, HttpServletResponse response) {
        if (buckets.isUnlimited()) {
            return;
        }
        long now = System.nanoTime();
        Bucket bucket = buckets.of(caller, now);
        int left = bucket.take(now);
        Duration wait = left > 0 ? Duration.ZERO : bucket.untilOne();
        String name = '"' + buckets.policy() + '"';
        response.addHeader("RateLimit-Policy", name + ";q=" + bucket.size() + ";w=" + Bucket.WINDOW.toSeconds());
        response.addHeader("RateLimit", name + ";r=" + Math.max(0, left) + ";t=" + seconds(wait));
        if (left < 0) {
            throw new TryLater(
                    CoreError.TOO_MANY_REQUESTS,
                    "more than " + bucket.size() + " requests a minute by one " + buckets.policy(),
                    wait);
        }
    }

    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    // A dump of the memory should not hold the tokens of the last minute.
    private static String digest(String credentials) {
        return Sha256.hex(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
