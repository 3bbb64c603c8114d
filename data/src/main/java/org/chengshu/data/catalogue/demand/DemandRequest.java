package org.chengshu.data.catalogue.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A demand as a form sends it; who knows it names the entry or the provider, who then sees the demand too. */
record DemandRequest(
        Optional<String> organisation,
        String title,
        String purpose,
        String basis,
        Optional<String> classCode,
        List<String> fields,
        Optional<String> cycle,
        Optional<LocalDate> neededBy,
        Optional<String> entry,
        Optional<String> provider) {
    DemandRequest {
        organisation = given(organisation);
        classCode = given(classCode);
        cycle = given(cycle);
        neededBy = ListInput.optional(neededBy);
        entry = given(entry);
        provider = given(provider);
    }

    static Optional<String> given(Optional<String> words) {
        return ListInput.optional(words).map(String::strip).filter(text -> !text.isEmpty());
    }
}
