package org.chengshu.cases.check;

import java.util.Collection;

/** What the checks of one round mean for a case in verification; pure. */
enum CheckOutcome {
    /** Something is still to be found out, or somebody else closes the case. */
    WAIT,
    CLOSE,
    /** None of them came to an answer, so an officer has to verify. */
    LEAVE_TO_OFFICER;

    /**
     * @param round what was asked in this round; of it nothing has failed, for that ends the round at once
     * @param byChecks whether nobody but the checks closes the case
     */
    static CheckOutcome of(Collection<CheckState> round, boolean byChecks) {
        if (!byChecks || round.contains(CheckState.OPEN) || round.contains(CheckState.FAILED)) {
            return WAIT;
        }
        return round.contains(CheckState.PASSED) ? CLOSE : LEAVE_TO_OFFICER;
    }
}
