package org.chengshu.core.http.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told about our pages. Who may do what is decided by the routes' own declarations, not here. */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {
    // Maps run in blob workers and draw from blobs; charts and widgets set styles on elements.
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "worker-src 'self' blob:; child-src 'self' blob:; connect-src 'self'; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final String PERMISSIONS = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain headersOnly(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                        .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false))
                        .frameOptions(FrameOptionsConfig::deny))
                .build();
    }

    // Its presence keeps the framework from inventing a user of its own.
    @Bean
    AuthenticationManager nobodySignsInHere() {
        return authentication -> {
            throw new ProviderNotFoundException("people sign in at /api/core/v1/login");
        };
    }
}
