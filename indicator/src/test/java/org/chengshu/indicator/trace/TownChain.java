package org.chengshu.indicator.trace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.spi.TraceSource;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Stands for the modules that know series and cases. */
@Component
class TownChain implements TraceSource {
    @Override
    public Set<String> kinds() {
        return Set.of("series", "case");
    }

    @Override
    public Optional<TraceNode> find(TraceRef ref, Viewer viewer) {
        return Optional.of(new TraceNode(ref, Text.of(ref.id(), ref.id()), Optional.empty(), Optional.empty()));
    }

    @Override
    public List<TraceLink> links(TraceRef ref, Viewer viewer) {
        return List.of();
    }
}
