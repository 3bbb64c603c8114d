package org.chengshu.data.load;

import java.util.Objects;
import org.chengshu.kernel.Text;

/**
 * What a check has against a load. Immutable.
 *
 * @param check stable name of the check
 * @param rows how many rows it is about; 0 when it is about the whole
 * @param stops whether the load must not be promoted; otherwise it is shown only
 */
public record LoadFault(String check, Text reason, long rows, boolean stops) {
    public LoadFault {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(reason, "reason");
    }
}
