package org.chengshu.core.access.internal.gate;

import java.util.Optional;
import org.chengshu.core.access.Access;
import org.springframework.web.method.HandlerMethod;

/** What handlers declare about themselves. */
final class Declarations {
    private static final String OURS = "org.chengshu.";
    private static final String API_DESCRIPTION = "org.springdoc.";

    private Declarations() {}

    static Optional<Access> of(Object handler) {
        return handler instanceof HandlerMethod method
                ? Optional.ofNullable(method.getMethodAnnotation(Access.class))
                : Optional.empty();
    }

    static Optional<Access> audited(Object handler) {
        return of(handler).filter(access -> !access.audit().equals(Access.NOT_AUDITED));
    }

    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(OURS);
    }

    /** The description of the API is the only part of a library that may answer people. */
    static boolean describesTheApi(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(API_DESCRIPTION);
    }
}
