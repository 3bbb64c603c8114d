package org.chengshu.data.lineage;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.data.Datasets;
import org.chengshu.data.FieldUse;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lineage over HTTP: the graph both ways, what breaks, and when it changed. */
@RestController
@RequestMapping("/api/data/v1/lineage")
class LineageResource {
    private static final int USUAL_DEPTH = 8;
    private static final int MOST_DEPTH = 20;
    private static final int MOST_CHANGES = 200;
    private static final String WHY = "definitions are the same for all; it shows no rows";

    private final LineageBook book;
    private final LineageStore store;
    private final LineageViews views;

    LineageResource(LineageBook book, LineageStore store, LineageViews views) {
        this.book = book;
        this.store = store;
        this.views = views;
    }

    @GetMapping
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    LineageView walk(
            StartAsked start,
            @RequestParam(defaultValue = "both") String direction,
            @RequestParam(defaultValue = "" + USUAL_DEPTH) int depth,
            @RequestParam Optional<String> at) {
        if (depth < 1 || depth > MOST_DEPTH) {
            throw new Fault(CoreError.BAD_REQUEST, "depth must be 1.." + MOST_DEPTH + ", not " + depth);
        }
        LineageGraph graph =
                at.map(time -> new LineageGraph(store.asOf(time(time)))).orElseGet(book::now);
        return views.view(graph, start, direction, depth);
    }

    @GetMapping("/impact")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    CursorPage<FieldUse.User> impact(StartAsked start) {
        LineageGraph graph = book.now();
        return new CursorPage<>(LineageBook.users(graph, views.points(graph, start)), Optional.empty());
    }

    @GetMapping("/changes")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    CursorPage<Change> changes() {
        List<Change> changes =
                store.changes(MOST_CHANGES).stream().map(Change::new).toList();
        return new CursorPage<>(changes, Optional.empty());
    }

    /** A time at which steps began or ended. */
    record Change(Instant at) {}

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Fault(CoreError.BAD_REQUEST, "at is an instant such as 2026-01-31T00:00:00Z, not " + text, e);
        }
    }
}
