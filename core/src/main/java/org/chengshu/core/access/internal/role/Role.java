package org.chengshu.core.access.internal.role;

import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** What a kind of user may do; who made it, and how many accounts hold it. */
record Role(
        String id,
        Text title,
        List<String> permissions,
        Origin origin,
        Optional<String> pack,
        long version,
        int accounts) {
    static final String ADMINISTRATOR = "administrator";

    enum Origin {
        BUILT_IN,
        PACK,
        OWN
    }
}
