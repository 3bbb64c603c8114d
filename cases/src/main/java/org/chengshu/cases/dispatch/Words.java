package org.chengshu.cases.dispatch;

import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.kernel.Fault;

/** The words that go with a deed: at most 2,000 characters. */
record Words(Optional<String> reason) {
    private static final int MOST = 2_000;

    Optional<String> given() {
        Optional<String> clean = reason.map(String::strip).filter(text -> !text.isEmpty());
        if (clean.filter(text -> text.length() > MOST).isPresent()) {
            throw new Fault(CaseError.CASE_REASON_MISSING, "at most " + MOST + " characters");
        }
        return clean;
    }

    String needed(String name) {
        return given().orElseThrow(() -> new Fault(CaseError.CASE_REASON_MISSING, name + " is missing"));
    }
}
