package org.chengshu.cases.classify;

import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.kernel.Fault;

/** What somebody wants a case to be; what is missing stays as it is, an empty category takes it away. */
public record ClassificationChange(Optional<String> kind, Optional<String> category, Optional<String> reason) {
    private static final int LONGEST = 2_000;

    public ClassificationChange {
        kind = words(kind);
        category = category == null ? Optional.empty() : category.map(String::strip);
        reason = words(reason);
        if (reason.filter(text -> text.length() > LONGEST).isPresent()) {
            throw new Fault(CaseError.CASE_REASON_MISSING, "reason has more than " + LONGEST + " characters");
        }
    }

    public static ClassificationChange ofCategory(String code, Optional<String> reason) {
        return new ClassificationChange(Optional.empty(), Optional.of(code), reason);
    }

    private static Optional<String> words(Optional<String> text) {
        return text == null ? Optional.empty() : text.map(String::strip).filter(some -> !some.isEmpty());
    }
}
