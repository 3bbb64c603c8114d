package org.chengshu.data.catalogue.demand;

import java.time.LocalDate;
import java.util.Optional;

/** How a demand is to be served: by an entry, or by a provider that has yet to write one, and until when. */
record Acceptance(Optional<String> entry, Optional<String> provider, Optional<LocalDate> due, Optional<String> note) {
    Acceptance {
        entry = DemandRequest.given(entry);
        provider = DemandRequest.given(provider);
        due = ListInput.optional(due);
        note = DemandRequest.given(note);
    }
}
