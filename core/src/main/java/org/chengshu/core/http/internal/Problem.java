package org.chengshu.core.http.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** A problem document (RFC 9457): what clients see of a refusal. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        Text text,
        List<Place> errors,
        Optional<String> incident,
        Optional<String> traceId,
        @JsonIgnore Optional<Integer> retryAfterSeconds) {
    /** A fault with its place; {@code detail} in English, {@code detailZh} in Chinese. */
    record Place(String place, String detail, String detailZh) {
        static Place of(PlacedFault fault) {
            return new Place(fault.place(), fault.detail().en(), fault.detail().zh());
        }
    }

    static Problem of(ErrorCode code, String detail) {
        return new Problem(
                "urn:chengshu:problem:" + word(code),
                code.title().en(),
                code.status(),
                code.name(),
                detail,
                code.title(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Problem withStatus(int newStatus) {
        return new Problem(type, title, newStatus, code, detail, text, errors, incident, traceId, retryAfterSeconds);
    }

    Problem withErrors(List<Place> places) {
        return new Problem(type, title, status, code, detail, text, places, incident, traceId, retryAfterSeconds);
    }

    Problem withIncident(String id) {
        return new Problem(
                type, title, status, code, detail, text, errors, Optional.of(id), traceId, retryAfterSeconds);
    }

    Problem withRetryAfter(int seconds) {
        return new Problem(type, title, status, code, detail, text, errors, incident, traceId, Optional.of(seconds));
    }

    Problem withTrace(Optional<String> id) {
        return new Problem(type, title, status, code, detail, text, errors, incident, id, retryAfterSeconds);
    }

    Problem in(Locale locale) {
        return new Problem(
                type, text.in(locale), status, code, detail, text, errors, incident, traceId, retryAfterSeconds);
    }

    private static String word(ErrorCode code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
