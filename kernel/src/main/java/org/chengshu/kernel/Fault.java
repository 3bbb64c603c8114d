package org.chengshu.kernel;

import java.util.Objects;

/**
 * The one exception by which modules refuse. It carries a stable code and a detail that names what was wrong and where;
 * doors turn it into a problem document. The detail is shown to the caller, so it holds no secret.
 */
public final class Fault extends RuntimeException {
    private final transient ErrorCode code;

    public Fault(ErrorCode code, String detail) {
        super(Objects.requireNonNull(detail, "detail"));
        this.code = Objects.requireNonNull(code, "code");
    }

    public Fault(ErrorCode code, String detail, Throwable cause) {
        super(Objects.requireNonNull(detail, "detail"), cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    public ErrorCode code() {
        return code;
    }
}
