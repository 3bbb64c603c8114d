package org.chengshu.core.http.internal;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what fails outside of every controller, such as a malformed address, with a problem document too. */
@Hidden // the server's own: nobody calls it
@RestController
class ErrorDoor implements ErrorController {
    @RequestMapping("${server.error.path:/error}")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    ResponseEntity<Problem> answer(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer given ? given : CoreError.NOT_FOUND.status();
        return ProblemHandler.answer(
                Problems.ofStatus(code, "the request was refused before it reached a route"), request);
    }
}
