package org.chengshu.core.http;

import java.time.Duration;
import java.util.Objects;
import org.chengshu.kernel.ErrorCode;

/** Refuses for now and says when to come back; doors answer with {@code Retry-After} in whole seconds, at least one. */
public final class TryLater extends RuntimeException {
    private final transient ErrorCode code;
    private final Duration wait;

    public TryLater(ErrorCode code, String detail, Duration wait) {
        super(Objects.requireNonNull(detail, "detail"));
        this.code = Objects.requireNonNull(code, "code");
        this.wait = Objects.requireNonNull(wait, "wait");
    }

    public ErrorCode code() {
        return code;
    }

    public int seconds() {
        return (int) Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
