package org.chengshu.core.access.internal.gate;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/** Calls controllers as the framework does, and puts the audit between their return and the answer. */
final class AuditedAdapter extends RequestMappingHandlerAdapter {
    private final AuditTrail trail;

    AuditedAdapter(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
        return new Audited(handler, trail);
    }

    private static final class Audited extends ServletInvocableHandlerMethod {
        private final AuditTrail trail;

        Audited(HandlerMethod handler, AuditTrail trail) {
            super(handler);
            this.trail = trail;
        }

        @Override
        public Object invokeForRequest(NativeWebRequest request, ModelAndViewContainer container, Object... given)
                throws Exception {
            Object returned = super.invokeForRequest(request, container, given);
            trail.returned(request.getNativeRequest(HttpServletRequest.class), this);
            return returned;
        }
    }
}
