package org.chengshu.cases.handling;

import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Fault;

/** What else goes on about a case: it may object to what somebody wants to do, and hears of what was done, in its transaction. */
public interface CaseCompanion {
    /** Why the action must not be done now, beside rights and stages. */
    default Optional<Fault> objects(CaseFile file, ActionRequest request, Viewer viewer) {
        return Optional.empty();
    }

    /** The action was done to the locked case. */
    default void heard(CaseFile file, ActionRequest request, Viewer viewer) {}

    /** Hears of every closing, whoever or whatever closed the case, in its transaction. */
    interface Ending {
        void ended(CaseFile file, Timeline.Deed deed);
    }
}
