package org.chengshu.core.access.internal.gate;

import jakarta.servlet.http.HttpServletRequest;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Fault;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method its {@link Viewer}. */
final class ViewerArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Viewer resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return CurrentViewer.of(request.getNativeRequest(HttpServletRequest.class))
                .orElseThrow(() -> new Fault(CoreError.NOT_SIGNED_IN, "a bearer token or a session is needed"));
    }
}
