package org.chengshu.core.http.internal.limit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.TryLater;
import org.chengshu.core.http.internal.options.HttpSettings;
import org.chengshu.core.settings.Settings;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Works on so many requests at once on this node; who comes when all places are taken is told to come later, before anything is
 * asked of the database. A rush then costs the others little, and nobody waits until the database gives up on him. A live view
 * gives its place back as soon as it stands.
 */
@Component
class Crowd implements AsyncHandlerInterceptor, WebMvcConfigurer {
    private static final String INSIDE = Crowd.class.getName();
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final int places;
    private final Semaphore free;

    Crowd(Settings settings) {
        this.places = settings.get(HttpSettings.REQUESTS_AT_ONCE);
        this.free = new Semaphore(places);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/api/**", "/open311/**", "/sta/**", "/ogc/**")
                .order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (places == 0 || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        if (!free.tryAcquire()) {
            throw new TryLater(CoreError.TOO_MANY_REQUESTS, "this node works on " + places + " requests at once", WAIT);
        }
        request.setAttribute(INSIDE, true);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
        leave(request);
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        leave(request);
    }

    private void leave(HttpServletRequest request) {
        if (request.getAttribute(INSIDE) != null) {
            request.removeAttribute(INSIDE);
            free.release();
        }
    }
}
