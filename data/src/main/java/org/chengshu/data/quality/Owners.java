package org.chengshu.data.quality;

import java.util.Optional;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.data.Dataset;
import org.chengshu.data.rule.QualitySet;
import org.springframework.stereotype.Component;

/** Which department answers for a dataset: whom its rules name, otherwise its owner where that is an organisation. */
@Component
final class Owners {
    private final Organisations organisations;

    Owners(Organisations organisations) {
        this.organisations = organisations;
    }

    Optional<String> of(Dataset dataset, QualitySet set) {
        return set.owner()
                .or(() -> Optional.of(dataset.owner()))
                .flatMap(organisations::find)
                .map(Organisation::code);
    }
}
