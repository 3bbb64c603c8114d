package org.chengshu.data.catalogue.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryContent;
import org.chengshu.data.catalogue.EntryState;
import org.chengshu.kernel.Text;

/** An entry as it is shown; {@code may} are the deeds that the viewer can do now, {@code missing} what keeps it from being published. */
record EntryView(
        String id,
        Optional<String> dataset,
        String code,
        String organisation,
        Text organisationName,
        EntryState state,
        int version,
        EntryContent content,
        Optional<EntryContent> revision,
        Optional<EntryState> revisionState,
        Optional<String> reviewNote,
        String origin,
        Instant changedAt,
        Optional<Instant> submittedAt,
        Optional<Instant> publishedAt,
        long reads,
        Optional<Instant> newest,
        boolean late,
        Optional<Instant> lateSince,
        Optional<Instant> lateFrom,
        List<String> may,
        List<PlacedFault> missing,
        Optional<EntryDrift> drift) {
    static EntryView of(
            Entry entry, Text provider, List<String> may, List<PlacedFault> missing, Optional<EntryDrift> drift) {
        boolean inside = !may.isEmpty();
        return new EntryView(
                entry.id(),
                entry.dataset(),
                entry.code(),
                entry.organisation(),
                provider,
                entry.state(),
                entry.version(),
                entry.content(),
                inside ? entry.revision() : Optional.empty(),
                inside ? entry.revisionState() : Optional.empty(),
                inside ? entry.reviewNote() : Optional.empty(),
                entry.origin(),
                entry.changedAt(),
                entry.submittedAt(),
                entry.publishedAt(),
                entry.reads(),
                entry.newest(),
                entry.late(),
                entry.lateSince(),
                entry.newest().flatMap(entry.content().cycle()::lateFrom),
                may,
                missing,
                drift);
    }
}
