package org.chengshu.cases.photo;

import java.util.Locale;
import org.chengshu.cases.CaseError;
import org.chengshu.kernel.Fault;

/** Whether a photo shows the place before it was put right, or after. */
enum PhotoMoment {
    BEFORE,
    AFTER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PhotoMoment ofWord(String word) {
        return switch (word) {
            case "before" -> BEFORE;
            case "after" -> AFTER;
            default -> throw new Fault(CaseError.PHOTO_WRONG, "moment is before or after, not " + word);
        };
    }
}
