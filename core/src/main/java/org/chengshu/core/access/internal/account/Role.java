package org.chengshu.core.access.internal.account;

import java.util.List;
import org.chengshu.kernel.Text;

/** What a kind of user may do. */
record Role(String id, Text title, List<String> permissions) {
    static final String ADMINISTRATOR = "administrator";
}
