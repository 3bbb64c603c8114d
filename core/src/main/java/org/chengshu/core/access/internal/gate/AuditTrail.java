package org.chengshu.core.access.internal.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.audit.AuditOutcome;
import org.chengshu.core.http.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Leaves one audit entry for each request to an audited route: when the controller returned, before the answer goes out, so
 * that nobody is told of a deed that is not on record; or when the request was refused or failed.
 */
@Component
class AuditTrail implements HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String RECORDED = AuditTrail.class.getName();
    private static final String NOBODY = "nobody";
    private static final int SERVER_ERROR = 500;

    private final Audit audit;

    AuditTrail(Audit audit) {
        this.audit = audit;
    }

    void returned(HttpServletRequest request, Object handler) {
        Declarations.audited(handler).ifPresent(access -> record(request, access, AuditOutcome.DONE));
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
        if (request.getAttribute(RECORDED) != null || request.isAsyncStarted()) {
            return;
        }
        Declarations.audited(handler)
                .filter(access -> isWorthKeeping(request, access))
                .ifPresent(access -> recordOrLog(request, access, outcomeOf(response.getStatus())));
    }

    // Strangers at locked doors and floods would only fill the table; a public route, such as signing in, is another
    // matter.
    private static boolean isWorthKeeping(HttpServletRequest request, Access access) {
        boolean flood = ProblemCode.of(request)
                .filter(CoreError.TOO_MANY_REQUESTS.name()::equals)
                .isPresent();
        return !flood
                && (CurrentViewer.of(request).isPresent() || access.value().equals(Access.PUBLIC));
    }

    private static AuditOutcome outcomeOf(int status) {
        return status >= SERVER_ERROR ? AuditOutcome.FAILED : AuditOutcome.REFUSED;
    }

    // The answer has gone out and was a refusal: the log is all that is left when the table cannot be written.
    private void recordOrLog(HttpServletRequest request, Access access, AuditOutcome outcome) {
        try {
            record(request, access, outcome);
        } catch (RuntimeException e) {
            LOG.error("no audit entry for {} ({})", access.audit(), outcome, e);
        }
    }

    private void record(HttpServletRequest request, Access access, AuditOutcome outcome) {
        Optional<Viewer> viewer = CurrentViewer.of(request);
        audit.record(new AuditEntry(
                viewer.map(Viewer::accountId),
                viewer.map(Viewer::name).orElse(NOBODY),
                access.audit(),
                outcome,
                ProblemCode.of(request),
                details(request),
                Optional.ofNullable(request.getRemoteAddr())));
        request.setAttribute(RECORDED, true);
    }

    private static Map<String, String> details(HttpServletRequest request) {
        Map<String, String> details = new TreeMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> details.put(String.valueOf(name), String.valueOf(value)));
        }
        details.putAll(AuditNotes.of(request).all());
        return details;
    }
}
