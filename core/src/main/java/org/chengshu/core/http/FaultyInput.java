package org.chengshu.core.http;

import java.util.List;
import java.util.Objects;
import org.chengshu.kernel.ErrorCode;

/**
 * Refuses an input with everything that is wrong with it at once. Doors turn it into a problem document whose
 * {@code errors} hold place and detail of each fault.
 */
public final class FaultyInput extends RuntimeException {
    private final transient ErrorCode code;
    private final transient List<PlacedFault> faults;

    public FaultyInput(ErrorCode code, String detail, List<PlacedFault> faults) {
        super(Objects.requireNonNull(detail, "detail"));
        this.code = Objects.requireNonNull(code, "code");
        this.faults = List.copyOf(faults);
    }

    public ErrorCode code() {
        return code;
    }

    public List<PlacedFault> faults() {
        return faults;
    }
}
