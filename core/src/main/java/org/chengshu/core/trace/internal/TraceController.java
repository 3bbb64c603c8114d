package org.chengshu.core.trace.internal;

import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.trace.Trace;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Ids may hold any character; a {@code /} in one is written as it is. */
@RestController
class TraceController {
    private final Trace.Walker walker;

    TraceController(Trace.Walker walker) {
        this.walker = walker;
    }

    @GetMapping("/api/core/v1/trace/{kind}/{*id}")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.AREA)
    Trace trace(@PathVariable("kind") String kind, @PathVariable("id") String id, Viewer viewer) {
        return walker.walk(TraceRef.of(kind, id.substring(1)), viewer);
    }
}
