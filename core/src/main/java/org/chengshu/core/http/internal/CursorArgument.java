package org.chengshu.core.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.NextPage;
import org.chengshu.kernel.Fault;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method its {@link Cursor} from {@code ?cursor=&limit=}. */
final class CursorArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Cursor.class;
    }

    @Override
    public Cursor resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                .flatMap(NextPage::of)
                .orElseGet(() -> Cursor.of(
                        Optional.ofNullable(request.getParameter("cursor")), limit(request.getParameter("limit"))));
    }

    private static int limit(String text) {
        if (text == null) {
            return Cursor.DEFAULT_LIMIT;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Fault(CoreError.BAD_REQUEST, "limit must be a number, not " + text, e);
        }
    }
}
