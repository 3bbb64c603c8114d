package org.chengshu.core.http.internal;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.TryLater;
import org.chengshu.kernel.Fault;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** Tells which problem an exception is to the caller; empty when it is none that we know. */
final class Problems {
    private static final int DATABASE_BACK_SECONDS = 5;

    private Problems() {}

    static Optional<Problem> known(Throwable thrown) {
        return Optional.ofNullable(
                switch (thrown) {
                    case Fault fault -> Problem.of(fault.code(), fault.getMessage());
                    case FaultyInput faulty -> faulty(faulty);
                    case TryLater later ->
                        Problem.of(later.code(), later.getMessage()).withRetryAfter(later.seconds());
                    case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
                    case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
                    case MaxUploadSizeExceededException large ->
                        Problem.of(CoreError.TOO_LARGE, String.valueOf(large.getMessage()));
                    case DuplicateKeyException duplicate -> Problem.of(CoreError.CONFLICT, "this is there already");
                    case DataAccessResourceFailureException gone -> databaseGone();
                    case TransientDataAccessResourceException busy -> databaseGone();
                    case CannotCreateTransactionException gone -> databaseGone();
                    case ErrorResponse response -> framework(response);
                    default -> null;
                });
    }

    static Problem ofStatus(int status, String detail) {
        CoreError code =
                switch (HttpStatus.resolve(status)) {
                    case NOT_FOUND -> CoreError.NOT_FOUND;
                    case METHOD_NOT_ALLOWED -> CoreError.METHOD_NOT_ALLOWED;
                    case CONTENT_TOO_LARGE -> CoreError.TOO_LARGE;
                    case UNAUTHORIZED -> CoreError.NOT_SIGNED_IN;
                    case FORBIDDEN -> CoreError.FORBIDDEN;
                    case null, default -> status >= 500 ? CoreError.INTERNAL : CoreError.BAD_REQUEST;
                };
        return Problem.of(code, detail).withStatus(status);
    }

    private static Problem framework(ErrorResponse response) {
        String detail = Optional.ofNullable(response.getBody().getDetail()).orElse("");
        return ofStatus(response.getStatusCode().value(), detail);
    }

    private static Problem faulty(FaultyInput faulty) {
        List<Problem.Place> places =
                faulty.faults().stream().map(Problem.Place::of).toList();
        return Problem.of(faulty.code(), faulty.getMessage()).withErrors(places);
    }

    private static Problem databaseGone() {
        return Problem.of(CoreError.DATABASE_BROKEN, "the database cannot be reached just now")
                .withRetryAfter(DATABASE_BACK_SECONDS);
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(mismatch);
        String why = root instanceof IllegalArgumentException && !(root instanceof NumberFormatException)
                ? String.valueOf(root.getMessage())
                : "cannot be read from " + mismatch.getValue();
        return atPlace(mismatch.getName(), why);
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case StreamConstraintsException large -> Problem.of(CoreError.TOO_LARGE, large.getOriginalMessage());
            case StreamReadException broken -> atPlace(at(broken), "is not JSON: " + broken.getOriginalMessage());
            case DatabindException misfit -> misfit(misfit);
            case null, default -> Problem.of(CoreError.BAD_REQUEST, "the body cannot be read");
        };
    }

    private static Problem misfit(DatabindException misfit) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(misfit);
        return switch (root) {
            case Fault fault -> Problem.of(fault.code(), fault.getMessage());
            case FaultyInput faulty -> faulty(faulty);
            case StreamConstraintsException large -> Problem.of(CoreError.TOO_LARGE, large.getOriginalMessage());
            case IllegalArgumentException refused -> atPlace(pointer(misfit), String.valueOf(refused.getMessage()));
            case NullPointerException missing -> atPlace(pointer(misfit), missing.getMessage() + " is missing");
            default -> atPlace(pointer(misfit), misfit.getOriginalMessage());
        };
    }

    private static Problem atPlace(String place, String why) {
        return Problem.of(CoreError.BAD_REQUEST, place + ": " + why)
                .withErrors(List.of(new Problem.Place(place, why, why)));
    }

    private static String pointer(DatabindException misfit) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : misfit.getPath()) {
            pointer.append('/')
                    .append(step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName());
        }
        return pointer.isEmpty() ? "/" : pointer.toString();
    }

    private static String at(StreamReadException broken) {
        return broken.getLocation() == null
                ? "/"
                : "line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr();
    }
}
