package org.chengshu.data.proposal;

import java.util.List;
import org.chengshu.data.Dataset;
import org.chengshu.data.profile.Profile;
import org.chengshu.data.profile.Profiler.Study;

/** Suggests rules from what a profile shows. Pure; knows nothing of any one dataset. */
final class Proposer {
    private Proposer() {}

    static List<Draft> drafts(Dataset dataset, Study study, List<Profile> others) {
        Drafts drafts = new Drafts(dataset);
        MissingDrafts.add(study.profile(), drafts);
        RedundantDrafts.add(study, drafts);
        NumberDrafts.add(study, drafts);
        TextDrafts.add(study, drafts);
        WordingDrafts.add(study, drafts);
        RelationDrafts.add(study.profile(), drafts);
        TimeDrafts.add(study, drafts);
        StuckDrafts.add(study.profile(), drafts);
        PartnerDrafts.add(study.profile(), others, drafts);
        return drafts.list();
    }
}
