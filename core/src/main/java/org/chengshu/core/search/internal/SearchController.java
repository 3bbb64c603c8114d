package org.chengshu.core.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search over everything that the viewer may see. */
@RestController
@RequestMapping("/api/core/v1/search")
class SearchController {
    private static final int LONGEST = 100;
    private static final int MOST_HITS = 20;
    // Some of what the index knows may be gone or hidden; what is left should still fill the group.
    private static final int SPARE = 30;

    private final SearchEngine engine;
    private final List<SearchSource> sources;

    SearchController(SearchEngine engine, List<SearchSource> sources) {
        this.engine = engine;
        this.sources = List.copyOf(sources);
    }

    record Answer(String q, long millis, List<Group> groups) {}

    record Group(String kind, Text title, List<SearchHit> hits, boolean more) {}

    record Kind(String kind, Text title, int count) {}

    private record Ranked(Group group, float best) {}

    @GetMapping
    @Access(
            value = Access.SIGNED_IN,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "each hit is limited by the right to its kind")
    Answer search(
            @RequestParam String q,
            @RequestParam(required = false) List<String> kinds,
            @RequestParam(defaultValue = "5") int limit,
            Viewer viewer) {
        long begun = System.nanoTime();
        if (q.isBlank() || q.length() > LONGEST) {
            throw new Fault(CoreError.BAD_REQUEST, "q must have 1.." + LONGEST + " characters");
        }
        if (limit < 1 || limit > MOST_HITS) {
            throw new Fault(CoreError.BAD_REQUEST, "limit must be 1.." + MOST_HITS + ", not " + limit);
        }
        List<Group> groups = engine.questions()
                .read(q)
                .map(query -> groups(query, Optional.ofNullable(kinds), limit, viewer))
                .orElse(List.of());
        return new Answer(q, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), groups);
    }

    @GetMapping("/kinds")
    @Access(
            value = Access.SIGNED_IN,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "each hit is limited by the right to its kind")
    CursorPage<Kind> kinds(Viewer viewer) {
        List<Kind> kinds = allowed(Optional.empty(), viewer)
                .map(source -> new Kind(source.kind(), source.title(), count(source, viewer)))
                .toList();
        return new CursorPage<>(kinds, Optional.empty());
    }

    private int count(SearchSource source, Viewer viewer) {
        return index().count(Questions.within(source.kind(), scope(source, viewer)));
    }

    private static Scope scope(SearchSource source, Viewer viewer) {
        return source.permission().equals(Access.SIGNED_IN) ? Scope.everywhere() : viewer.scope(source.permission());
    }

    private List<Group> groups(Query query, Optional<List<String>> kinds, int limit, Viewer viewer) {
        return allowed(kinds, viewer)
                .map(source -> group(source, query, limit, viewer))
                .filter(ranked -> !ranked.group().hits().isEmpty())
                .sorted(Comparator.comparingDouble((Ranked ranked) -> -ranked.best()))
                .map(Ranked::group)
                .toList();
    }

    private Stream<SearchSource> allowed(Optional<List<String>> kinds, Viewer viewer) {
        return sources.stream()
                .filter(source ->
                        kinds.filter(asked -> !asked.contains(source.kind())).isEmpty())
                .filter(source -> source.permission().equals(Access.SIGNED_IN) || viewer.may(source.permission()));
    }

    private Ranked group(SearchSource source, Query query, int limit, Viewer viewer) {
        Query filter = Questions.within(source.kind(), scope(source, viewer));
        SearchIndex.Found found = index().find(Questions.both(query, filter), limit + SPARE);
        Map<String, SearchHit> seen = found.ids().isEmpty()
                ? Map.of()
                : source.hits(found.ids(), viewer).stream()
                        .collect(Collectors.toMap(SearchHit::id, Function.identity(), (a, b) -> a));
        List<SearchHit> hits = new ArrayList<>();
        found.ids().forEach(id -> Optional.ofNullable(seen.get(id)).ifPresent(hits::add));
        boolean more = hits.size() > limit;
        return new Ranked(
                new Group(source.kind(), source.title(), hits.subList(0, Math.min(limit, hits.size())), more),
                found.best());
    }

    private SearchIndex index() {
        return engine.index()
                .orElseThrow(() -> new Fault(CoreError.INTERNAL, "the search index of this node is not open"));
    }
}
