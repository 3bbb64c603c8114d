package org.chengshu.core.http.internal.repeat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** What the controller does with a request; absent where it wrote the answer itself, as the framework has it. */
@FunctionalInterface
public interface Exchange {
    ModelAndView handle(HttpServletRequest request, HttpServletResponse response) throws Exception;
}
