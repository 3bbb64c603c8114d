package org.chengshu.core.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Ends a request that asks for it right behind the gate, so that every route can be tried with every role and none
 * does anything. Found by whatever node under test scans our packages. */
@Configuration(proxyBeanMethods = false)
public class GateStop implements WebMvcConfigurer {
    static final String HEADER = "X-Test-Stop-Behind-The-Gate";
    static final int PASSED = 299;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        boolean asked = request.getHeader(HEADER) != null;
                        if (asked) {
                            response.setStatus(PASSED);
                        }
                        return !asked;
                    }
                })
                .order(Ordered.HIGHEST_PRECEDENCE + 10);
    }
}
