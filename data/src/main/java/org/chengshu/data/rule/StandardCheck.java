package org.chengshu.data.rule;

import java.util.List;
import org.chengshu.data.registry.Published;

/** The texts of a relation that a standard function does not take. */
interface StandardCheck {
    List<String> refused(Published relation, Check.Standard check);
}
