package org.chengshu.data.profile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.DataError;
import org.chengshu.data.Dataset;
import org.chengshu.data.Datasets;
import org.chengshu.data.rule.QualityRights;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/data/v1/datasets/{id}/profile")
class ProfileResource {
    private final ProfileStore store;
    private final Datasets datasets;

    ProfileResource(ProfileStore store, Datasets datasets) {
        this.store = store;
        this.datasets = datasets;
    }

    /** The newest profile, or one of the past; values only for whoever may see all rows of their field. */
    @GetMapping
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = QualityRights.SAME_FOR_ALL)
    Answer get(@PathVariable String id, @RequestParam Optional<UUID> at, Viewer viewer) {
        Dataset dataset = datasets.get(id);
        Profile profile = at.map(which -> store.find(id, which))
                .orElseGet(() -> store.latest(id))
                .orElseThrow(() -> new Fault(DataError.PROFILE_NOT_FOUND, "dataset " + id + " has not been profiled"));
        return new Answer(visible(profile, dataset, viewer), store.list(id));
    }

    private static Profile visible(Profile profile, Dataset dataset, Viewer viewer) {
        boolean whole = viewer.scope(Datasets.READ).isEverywhere();
        boolean sensitive = viewer.scope(Datasets.READ_SENSITIVE).isEverywhere();
        List<FieldProfile> fields = profile.fields().stream()
                .map(field -> whole && (sensitive || !isSensitive(dataset, field)) ? field : field.withoutValues())
                .toList();
        return new Profile(
                profile.dataset(),
                profile.load(),
                profile.at(),
                profile.rows(),
                profile.sampled(),
                fields,
                profile.keys(),
                profile.relations());
    }

    // A field that is gone was of a sensitivity that nobody knows any more.
    private static boolean isSensitive(Dataset dataset, FieldProfile field) {
        return dataset.find(field.name())
                .map(one -> one.sensitivity() >= Dataset.SENSITIVE)
                .orElse(true);
    }

    /** A profile and the times at which there are others. */
    record Answer(Profile profile, List<ProfileStore.Kept> history) {}
}
