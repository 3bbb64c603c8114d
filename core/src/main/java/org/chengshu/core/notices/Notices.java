package org.chengshu.core.notices;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells people. What is told joins the caller's transaction and goes out after its commit: at least once, whatever breaks
 * in between, and after a mail server has come back; what cannot be delivered ends on a list from which it can be sent
 * again. The one who tells does not wait. Safe for use by many threads.
 */
public interface Notices {
    /** Tells these, by the channels that each of them accepts; an address and a webhook are their own channel. */
    void tell(Notice notice, List<Recipient> to, Set<Channel> channels);

    /** Tells the first step of every notice rule that the notice meets, and answers where it would climb. */
    List<Climb> route(Notice notice);

    /** Tells one step of a rule, and answers the next; nothing when the rule or the step is no longer there. */
    Optional<Climb> climb(Notice notice, String rule, int step);
}
