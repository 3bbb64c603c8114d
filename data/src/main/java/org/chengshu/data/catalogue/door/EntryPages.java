package org.chengshu.data.catalogue.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.Datasets;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryReview;
import org.chengshu.data.catalogue.EntryRights;
import org.chengshu.data.catalogue.EntryState;
import org.chengshu.data.catalogue.Providers;
import org.springframework.stereotype.Component;

/** Entries as pages for a viewer. */
@Component
class EntryPages {
    private final EntryReview review;
    private final Providers providers;
    private final Datasets datasets;

    EntryPages(EntryReview review, Providers providers, Datasets datasets) {
        this.review = review;
        this.providers = providers;
        this.datasets = datasets;
    }

    EntryView page(Entry entry, Viewer viewer) {
        List<String> may = deeds(entry, viewer);
        List<PlacedFault> missing = may.isEmpty() ? List.of() : review.objections(entry);
        return EntryView.of(
                entry,
                providers.name(entry.organisation()),
                may,
                missing,
                EntryDrift.between(entry, entry.dataset().flatMap(datasets::find)));
    }

    EntryView line(Entry entry, Viewer viewer) {
        return EntryView.of(
                entry, providers.name(entry.organisation()), deeds(entry, viewer), List.of(), Optional.empty());
    }

    private static List<String> deeds(Entry entry, Viewer viewer) {
        List<String> may = new ArrayList<>();
        boolean draft = entry.pendingState().filter(EntryState.DRAFT::equals).isPresent();
        boolean waiting = entry.pendingState().filter(EntryState.REVIEW::equals).isPresent();
        boolean edits = EntryRights.may(viewer, EntryRights.EDIT, entry);
        boolean reviews = EntryRights.may(viewer, EntryRights.REVIEW, entry);
        if (edits && !waiting) {
            may.add("write");
        }
        if (edits && draft) {
            may.add("submit");
            if (entry.revision().isPresent() || entry.dataset().isEmpty()) {
                may.add("discard");
            }
        }
        if (edits && waiting) {
            may.add("recall");
        }
        if (reviews && waiting && !entry.editors().contains(viewer.accountId())) {
            may.add("publish");
            may.add("send-back");
        }
        if ((edits || reviews) && entry.state() == EntryState.PUBLISHED) {
            may.add("withdraw");
        }
        return may;
    }
}
