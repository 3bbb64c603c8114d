package org.chengshu.data.catalogue.demand;

import java.util.List;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryContent;
import org.chengshu.data.catalogue.EntryWatcher;
import org.springframework.stereotype.Component;

/** The lists where entries are reviewed: the negative one objects, responsibilities are fulfilled. */
@Component
class ListWatcher implements EntryWatcher {
    private final NegativeDesk negatives;
    private final ResponsibilityDesk responsibilities;

    ListWatcher(NegativeDesk negatives, ResponsibilityDesk responsibilities) {
        this.negatives = negatives;
        this.responsibilities = responsibilities;
    }

    @Override
    public List<PlacedFault> objections(Entry entry, EntryContent content) {
        return negatives.objections(entry, content);
    }

    @Override
    public void published(Entry entry) {
        responsibilities.published(entry);
    }
}
