package org.chengshu.cases.part;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.kernel.Fault;

/** What a handler asks of a department or of one person, and until when. */
record PartWish(Optional<String> words, Optional<String> department, Optional<UUID> person, Optional<Instant> due) {
    private static final int LONGEST = 500;

    PartWish {
        words = words == null ? Optional.empty() : words.map(String::strip).filter(text -> !text.isEmpty());
        department = department == null ? Optional.empty() : department.filter(code -> !code.isBlank());
        person = person == null ? Optional.empty() : person;
        due = due == null ? Optional.empty() : due;
        if (words.isEmpty() || words.get().length() > LONGEST) {
            throw wrong("words: say what is to be done, in at most " + LONGEST + " characters");
        }
        if (department.isPresent() == person.isPresent()) {
            throw wrong("give either department or person");
        }
    }

    /** Faults unless what is due lies ahead. */
    void requireAhead(Instant now) {
        if (due.filter(time -> !time.isAfter(now)).isPresent()) {
            throw wrong("due: a time ahead, not " + due.get());
        }
    }

    static Fault wrong(String detail) {
        return new Fault(CaseError.CASE_PART_WRONG, detail);
    }
}
