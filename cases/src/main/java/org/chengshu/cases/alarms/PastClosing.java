package org.chengshu.cases.alarms;

import java.time.Instant;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.kinds.CaseKind;

/**
 * Whether a case of history was over before something else happened. An import tells years within seconds, and what came
 * later must not join a case only because nobody has looked at it since.
 */
public interface PastClosing {
    /** Closes the locked case if its proof was complete by the moment; all of its alarms must be clear. */
    boolean closeIfOverBy(CaseFile file, CaseKind kind, Instant moment);
}
