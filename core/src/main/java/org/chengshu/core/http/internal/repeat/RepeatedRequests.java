package org.chengshu.core.http.internal.repeat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.OnceForAnybody;
import org.chengshu.core.http.TryLater;
import org.chengshu.core.http.Unrepeatable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a request that comes again with its {@code Idempotency-Key} the answer that it got before. The deed and its answer
 * are one transaction: whenever the node dies, either both are there or neither is. A refusal changed nothing and is not
 * kept.
 */
@Component
public class RepeatedRequests {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final AnswerStore answers;
    private final Transactions transactions;
    private final JsonMapper json;

    RepeatedRequests(AnswerStore answers, Transactions transactions, JsonMapper json) {
        this.answers = answers;
        this.transactions = transactions;
        this.json = json;
    }

    /** Whether an {@code Idempotency-Key} has a meaning: for what changes something, in answer to somebody we know or to anybody. */
    public static boolean serves(HandlerMethod method) {
        Access access = method.getMethodAnnotation(Access.class);
        return access != null
                && (!access.value().equals(Access.PUBLIC) || servesAnybody(method))
                && !access.audit().equals(Access.NOT_AUDITED)
                && !method.hasMethodAnnotation(Unrepeatable.class);
    }

    /** Whether that holds for whoever has not signed in, too. */
    public static boolean servesAnybody(HandlerMethod method) {
        return method.hasMethodAnnotation(OnceForAnybody.class);
    }

    public ModelAndView answer(
            HttpServletRequest request, HttpServletResponse response, UUID account, String key, Exchange exchange)
            throws Exception {
        RequestKey requestKey = new RequestKey(account, key);
        ReadRequest read = ReadRequest.of(request);
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        try {
            ModelAndView view = transactions.call(() -> once(requestKey, read, kept, exchange));
            kept.copyBodyToResponse();
            return view;
        } catch (Failed failed) {
            throw failed.why;
        }
    }

    private ModelAndView once(
            RequestKey key, ReadRequest request, ContentCachingResponseWrapper response, Exchange exchange) {
        if (!answers.hold(key)) {
            throw new TryLater(
                    CoreError.IDEMPOTENCY_KEY_IN_USE, "the first request with this Idempotency-Key is at work", SOON);
        }
        Optional<byte[]> before = answers.find(key, request.fingerprint());
        if (before.isPresent()) {
            giveAgain(before.get(), response);
            return null;
        }
        ModelAndView view = handled(request, response, exchange);
        answers.keep(key, request.fingerprint(), json.writeValueAsBytes(KeptAnswer.of(response)));
        return view;
    }

    private void giveAgain(byte[] before, HttpServletResponse response) {
        try {
            json.readValue(before, KeptAnswer.class).giveAgain(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelAndView handled(HttpServletRequest request, HttpServletResponse response, Exchange exchange) {
        try {
            return exchange.handle(request, response);
        } catch (Exception e) {
            throw new Failed(e);
        }
    }

    /** Carries what the controller threw through the transaction, which it rolls back. */
    private static final class Failed extends RuntimeException {
        private final transient Exception why;

        Failed(Exception why) {
            super(why);
            this.why = why;
        }
    }
}
