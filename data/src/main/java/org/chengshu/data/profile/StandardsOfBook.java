package org.chengshu.data.profile;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class StandardsOfBook implements StandardFinder {
    @Override
    public Optional<Found> find(Collection<String> texts) {
        return Optional.empty();
    }
}
