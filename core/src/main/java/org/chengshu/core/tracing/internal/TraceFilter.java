package org.chengshu.core.tracing.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.chengshu.core.tracing.Tracing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request its trace id, before anything else sees it, and logs how it went: slow and failed ones always, the
 * others at the level DEBUG. The line holds the path, never the query, a header or a body.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {
    private static final String ATTRIBUTE = TraceFilter.class.getName();
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final int FAILED = 500;
    private static final Logger REQUESTS = LoggerFactory.getLogger("org.chengshu.requests");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request);
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(Tracing.HEADER, id);
        MDC.put(Tracing.KEY, id);
        long begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            log(request, response, Duration.ofNanos(System.nanoTime() - begun));
            MDC.remove(Tracing.KEY);
        }
    }

    /** Also where the server itself answers an error, under the id that the request has already. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String idOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String known
                ? known
                : Tracing.ofParent(request.getHeader("traceparent")).orElseGet(Tracing::fresh);
    }

    private static void log(HttpServletRequest request, HttpServletResponse response, Duration took) {
        boolean streams = request.isAsyncStarted();
        if (response.getStatus() >= FAILED || (took.compareTo(SLOW) > 0 && !streams)) {
            REQUESTS.warn(
                    "{} {} {} in {} ms", request.getMethod(), path(request), response.getStatus(), took.toMillis());
        } else {
            REQUESTS.debug(
                    "{} {} {} in {} ms", request.getMethod(), path(request), response.getStatus(), took.toMillis());
        }
    }

    // A line break in a path must not look like a line of the log.
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().replaceAll("[\\p{Cntrl}]", "?");
    }
}
