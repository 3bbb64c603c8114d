package org.chengshu.core.access.internal.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.internal.repeat.RepeatedRequests;
import org.chengshu.core.sheets.ExportFile;
import org.chengshu.core.sheets.ListExports;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Calls controllers as the framework does, puts the audit between their return and the answer, and answers a request that
 * is made again with its {@code Idempotency-Key} as before. Lists that are asked for as files become files here.
 */
final class AuditedAdapter extends RequestMappingHandlerAdapter {
    private static final String KEY = "Idempotency-Key";
    private static final UUID NOBODY = new UUID(0, 0);

    private final AuditTrail trail;
    private final RepeatedRequests repeated;
    private final ListExports exports;

    AuditedAdapter(AuditTrail trail, RepeatedRequests repeated, ListExports exports) {
        this.trail = trail;
        this.exports = exports;
        this.repeated = repeated;
    }

    @Override
    protected ModelAndView handleInternal(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
        Optional<String> key = Optional.ofNullable(request.getHeader(KEY));
        Optional<UUID> account = CurrentViewer.of(request)
                .map(Viewer::accountId)
                .or(() -> RepeatedRequests.servesAnybody(handler) ? Optional.of(NOBODY) : Optional.empty());
        if (key.isEmpty()
                || account.isEmpty()
                || !request.getMethod().equals("POST")
                || !RepeatedRequests.serves(handler)) {
            return super.handleInternal(request, response, handler);
        }
        return repeated.answer(
                request, response, account.get(), key.get(), (read, kept) -> super.handleInternal(read, kept, handler));
    }

    @Override
    protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
        return new Audited(handler, trail, exports);
    }

    private static final class Audited extends ServletInvocableHandlerMethod {
        private final AuditTrail trail;
        private final ListExports exports;

        Audited(HandlerMethod handler, AuditTrail trail, ListExports exports) {
            super(handler);
            this.trail = trail;
            this.exports = exports;
        }

        @Override
        public Object invokeForRequest(NativeWebRequest web, ModelAndViewContainer container, Object... given)
                throws Exception {
            HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
            if (getReturnType().getParameterType() != CursorPage.class || !exports.isAsked(request)) {
                Object returned = super.invokeForRequest(web, container, given);
                trail.returned(request, this);
                return returned;
            }
            try (ExportFile file = exports.gather(
                    request, CurrentViewer.of(request), () -> super.invokeForRequest(web, container, given))) {
                trail.returned(request, this);
                file.send(web.getNativeResponse(HttpServletResponse.class));
            }
            container.setRequestHandled(true);
            return null;
        }
    }
}
