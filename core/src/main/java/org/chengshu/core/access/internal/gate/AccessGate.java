package org.chengshu.core.access.internal.gate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to its controller only as the controller's declaration says; runs before the body is read. */
@Component
class AccessGate implements HandlerInterceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OWN_PAGE_HEADER = "X-Requested-With";
    private static final String OWN_PAGE = "chengshu";

    private final Identification identification;

    AccessGate(Identification identification) {
        this.identification = identification;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            check(request, method);
        }
        return true;
    }

    private void check(HttpServletRequest request, HandlerMethod method) {
        if (Declarations.describesTheApi(method)) {
            return;
        }
        Access access = Declarations.of(method)
                .orElseThrow(() -> new Fault(CoreError.FORBIDDEN, "this route does not say who may use it"));
        if (!access.value().equals(Access.PUBLIC)) {
            check(request, access);
        }
    }

    private void check(HttpServletRequest request, Access access) {
        Identity identity = identification
                .of(request)
                .orElseThrow(() -> new Fault(CoreError.NOT_SIGNED_IN, "a bearer token or a session is needed"));
        CurrentViewer.set(request, identity.viewer());
        if (identity.byCookie() && !READING.contains(request.getMethod())) {
            requireOwnPage(request);
        }
        if (identity.mustChangePassword() && !access.beforePasswordChange()) {
            throw new Fault(CoreError.PASSWORD_CHANGE_NEEDED, "POST /api/core/v1/me/password");
        }
        requireRight(identity.viewer(), access);
    }

    private static void requireOwnPage(HttpServletRequest request) {
        if (!OWN_PAGE.equals(request.getHeader(OWN_PAGE_HEADER))) {
            throw new Fault(
                    CoreError.FORBIDDEN, "with a session cookie the header X-Requested-With: chengshu is needed");
        }
    }

    private static void requireRight(Viewer viewer, Access access) {
        if (!access.value().equals(Access.SIGNED_IN)) {
            viewer.require(access.value());
        }
    }
}
