package org.chengshu.data.rule;

import java.util.List;
import org.chengshu.data.registry.Published;

/** What standard functions say of the texts of a relation. */
interface StandardCheck {
    /** Faults when there is no such function or it has no such option. */
    void known(Check.Standard check);

    /** The texts that the function does not take; those that stand for nothing are taken. */
    List<String> refused(Published relation, Check.Standard check);
}
