package org.chengshu.core.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.ProblemCode;
import org.chengshu.core.tracing.Tracing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** Turns whatever a controller throws into a problem document; what nobody foresaw gets an incident id and a log entry. */
@RestControllerAdvice
class ProblemHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Set<String> HUNG_UP = Set.of("Broken pipe", "Connection reset by peer");
    private static final SecureRandom RANDOM = new SecureRandom();

    @ExceptionHandler
    ResponseEntity<Problem> answer(Throwable thrown, HttpServletRequest request) {
        if (clientIsGone(thrown)) {
            return null;
        }
        return answer(Problems.known(thrown).orElseGet(() -> incident(thrown, request)), request);
    }

    static ResponseEntity<Problem> answer(Problem problem, HttpServletRequest request) {
        ProblemCode.answered(request, problem.code());
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.retryAfterSeconds()
                .ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
        if (problem.status() == CoreError.NOT_SIGNED_IN.status()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"chengshu\"");
        }
        return response.body(problem.withTrace(Tracing.current()).in(languageOf(request)));
    }

    private static Problem incident(Throwable thrown, HttpServletRequest request) {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        LOG.error("incident {} at {} {}", id, request.getMethod(), request.getRequestURI(), thrown);
        return Problem.of(CoreError.INTERNAL, "incident " + id).withIncident(id);
    }

    private static boolean clientIsGone(Throwable thrown) {
        return thrown instanceof AsyncRequestNotUsableException
                || thrown instanceof AsyncRequestTimeoutException
                || thrown instanceof ClientAbortException
                || (thrown instanceof IOException broken && HUNG_UP.contains(String.valueOf(broken.getMessage())));
    }

    // Programs that name no language are read by developers, whose details are in English anyway.
    private static Locale languageOf(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.ENGLISH : request.getLocale();
    }
}
