package org.chengshu.cases.handling;

import java.util.Arrays;
import java.util.Locale;
import org.chengshu.cases.CaseError;
import org.chengshu.kernel.Fault;

/** Whatever can happen to a case, as its timeline names it; the first ten are for people to ask for. */
public enum CaseAction {
    ACCEPT(true),
    FILE(true),
    DISPATCH(true),
    TAKE(true),
    HANDLED(true),
    RETURN(true),
    CLOSE(true),
    NOTE(true),
    OVERRIDE_CLOSE(true),
    REOPEN(true),
    PHOTO(false),
    REPORT(false),
    REPORT_JOINED(false),
    ASSIGNED(false),
    PART_ASKED(false),
    PART_DONE(false),
    PART_DECLINED(false),
    PART_WITHDRAWN(false),
    CATEGORISED(false),
    KIND_CHANGED(false),
    MERGED(false),
    MERGED_IN(false),
    UNMERGED(false),
    UNMERGED_OUT(false),
    ALARM_JOINED(false),
    ALARM_CLEARED(false),
    ALARM_RETURNED(false),
    FINDING_RETURNED(false),
    FINDING_SETTLED(false),
    VERIFIED(false),
    CHECK_ASKED(false),
    CHECK_PASSED(false),
    CHECK_FAILED(false),
    CHECK_MISSED(false),
    LEFT_TO_OFFICER(false),
    SAMPLED(false),
    FALSE_CLOSURE(false),
    ASK_SUSPEND(false),
    ASK_EXTEND(false),
    GRANT(false),
    REFUSE(false),
    RESUME(false),
    TRANSFER(false),
    SUPPORT_ASKED(false),
    SUPPORT_TAKEN(false),
    SUPPORT_DONE(false),
    SUPPORT_RETURNED(false),
    SUPPORT_RELEASED(false),
    DISPUTED(false),
    ARBITRATED(false),
    URGED(false),
    SUPERVISED(false),
    SUPERVISION_ANSWERED(false),
    SUPERVISION_RESUMED(false),
    SUPERVISION_CLOSED(false);

    private final boolean forPeople;

    CaseAction(boolean forPeople) {
        this.forPeople = forPeople;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads what a person asks for. */
    public static CaseAction ofWord(String word) {
        return Arrays.stream(values())
                .filter(action -> action.forPeople && action.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Fault(CaseError.CASE_ACTION_UNKNOWN, "there is no action " + word));
    }
}
