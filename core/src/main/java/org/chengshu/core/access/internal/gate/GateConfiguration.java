package org.chengshu.core.access.internal.gate;

import java.util.List;
import org.chengshu.core.http.internal.repeat.RepeatedRequests;
import org.chengshu.core.sheets.ListExports;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Hangs the gate and the audit before every controller: the audit outermost, so that it sees refusals too. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration implements WebMvcConfigurer {
    private final AuditTrail trail;
    private final AccessGate gate;

    GateConfiguration(AuditTrail trail, AccessGate gate) {
        this.trail = trail;
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(trail).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(gate).order(Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ViewerArgument());
    }

    @Configuration(proxyBeanMethods = false)
    static class Adapters {
        @Bean
        WebMvcRegistrations auditedAdapter(AuditTrail trail, RepeatedRequests repeated, ListExports exports) {
            return new WebMvcRegistrations() {
                @Override
                public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                    return new AuditedAdapter(trail, repeated, exports);
                }
            };
        }
    }
}
