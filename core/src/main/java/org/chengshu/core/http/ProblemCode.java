package org.chengshu.core.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The code of the problem with which a request was answered, for whoever looks at the request afterwards. Stateless. */
public final class ProblemCode {
    private static final String ATTRIBUTE = ProblemCode.class.getName();

    private ProblemCode() {}

    public static void answered(HttpServletRequest request, String code) {
        request.setAttribute(ATTRIBUTE, code);
    }

    public static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
    }
}
