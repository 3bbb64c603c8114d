package org.chengshu.core.http.internal;

import java.util.Comparator;
import java.util.List;
import org.chengshu.core.access.Access;
import org.chengshu.core.spi.StandardSource;
import org.chengshu.core.spi.StandardSource.Standard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which public standards this node meets, as its modules tell. */
@RestController
class ConformanceDoor {
    private final ObjectProvider<StandardSource> sources;

    ConformanceDoor(ObjectProvider<StandardSource> sources) {
        this.sources = sources;
    }

    @GetMapping("/conformance")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    Conformance conformance() {
        return new Conformance(sources.stream()
                .flatMap(source -> source.standards().stream())
                .sorted(Comparator.comparing(Standard::name))
                .toList());
    }

    record Conformance(List<Standard> standards) {}
}
