package org.chengshu.cases.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.core.spi.Witness;
import org.chengshu.core.spi.WitnessSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The witnesses of all modules, by kind of subject. */
@Component
final class Witnesses {
    private final Map<String, WitnessSource> sources;

    Witnesses(ObjectProvider<List<WitnessSource>> sources) {
        this.sources = sources.getIfAvailable(List::of).stream()
                .collect(Collectors.toMap(WitnessSource::subjectKind, Function.identity()));
    }

    Optional<Witness> find(String kind, String id) {
        return Optional.ofNullable(sources.get(kind)).flatMap(source -> source.find(id));
    }

    Optional<Instant> heardThroughout(String kind, String id, Instant from, Instant to) {
        return Optional.ofNullable(sources.get(kind)).flatMap(source -> source.heardThroughout(id, from, to));
    }
}
