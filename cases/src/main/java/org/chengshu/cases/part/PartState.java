package org.chengshu.cases.part;

import java.util.Locale;
import org.chengshu.cases.handling.CaseAction;

/** Where a part stands; {@code ENDED} with its case, nobody having answered. */
enum PartState {
    OPEN(CaseAction.PART_ASKED),
    DONE(CaseAction.PART_DONE),
    DECLINED(CaseAction.PART_DECLINED),
    WITHDRAWN(CaseAction.PART_WITHDRAWN),
    ENDED(CaseAction.PART_WITHDRAWN);

    private final CaseAction action;

    PartState(CaseAction action) {
        this.action = action;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the case's timeline says of a part that comes to stand so. */
    CaseAction action() {
        return action;
    }

    static PartState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
