package org.chengshu.sense.shared;

import org.chengshu.alarm.Subject;

/** What the rules over several devices remember. Safe for many threads. */
public interface SharedRuns {
    /** A person has cleared the alarm of a rule: the next run begins anew. */
    void forget(String rule, Subject subject);
}
