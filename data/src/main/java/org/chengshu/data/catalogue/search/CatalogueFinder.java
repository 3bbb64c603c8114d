package org.chengshu.data.catalogue.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** Asks the index. Safe for many threads. */
@Component
class CatalogueFinder {
    private static final char SEPARATOR = '|';
    private static final SortField NEWEST_ENTRY = new SortField(EntryDocument.SEQ, SortField.Type.LONG, true);

    private final CatalogueEngine engine;
    private final FacetColumns columns = new FacetColumns();

    CatalogueFinder(CatalogueEngine engine) {
        this.engine = engine;
    }

    /** A page of ids in their order, and what was counted. */
    record Found(CursorPage<String> page, int total, Map<Facet, Map<String, Integer>> facets) {}

    boolean isComplete() {
        return engine.isComplete();
    }

    /** One page; facets are counted on the first only. */
    Found find(CatalogueQuestion question, Cursor cursor) {
        return engine.search(searcher -> {
            Query query = CatalogueQueries.of(question);
            Sort sort = new Sort(question.order().field(), NEWEST_ENTRY);
            boolean first = cursor.after().isEmpty();
            Optional<FieldDoc> after = cursor.after().map(key -> place(key, question.order(), searcher));
            TopFieldCollectorManager top =
                    new TopFieldCollectorManager(sort, cursor.limit() + 1, after.orElse(null), Integer.MAX_VALUE);
            if (!first) {
                return found(searcher, searcher.search(query, top), question, cursor, 0, Map.of());
            }
            Object[] both =
                    searcher.search(query, new MultiCollectorManager(top, FacetCounter.each(columns, Facet.ALL)));
            FacetCounter counter = (FacetCounter) both[1];
            return found(
                    searcher,
                    (TopFieldDocs) both[0],
                    question,
                    cursor,
                    counter.total(),
                    facets(searcher, question, counter));
        });
    }

    /** A facet by which the question is narrowed is counted as if it were not, so that others can be chosen. */
    private Map<Facet, Map<String, Integer>> facets(
            IndexSearcher searcher, CatalogueQuestion question, FacetCounter counter) throws IOException {
        Map<Facet, Map<String, Integer>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.ALL) {
            if (question.filters().containsKey(facet)) {
                FacetCounter wider = searcher.search(
                        CatalogueQueries.of(question.without(facet)), FacetCounter.each(columns, List.of(facet)));
                facets.put(facet, wider.counts(facet));
            } else {
                facets.put(facet, counter.counts(facet));
            }
        }
        return facets;
    }

    private static Found found(
            IndexSearcher searcher,
            TopFieldDocs top,
            CatalogueQuestion question,
            Cursor cursor,
            int total,
            Map<Facet, Map<String, Integer>> facets)
            throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Placed> hits = new ArrayList<>();
        for (ScoreDoc hit : top.scoreDocs) {
            String id = stored.document(hit.doc, Set.of(EntryDocument.ID)).get(EntryDocument.ID);
            hits.add(new Placed(id, key((FieldDoc) hit, question.order())));
        }
        return new Found(Keyset.page(cursor, hits, Placed::key).map(Placed::id), total, facets);
    }

    private record Placed(String id, Cursor.Key key) {}

    private static Cursor.Key key(FieldDoc last, SearchOrder order) {
        Object value = last.fields[0] instanceof BytesRef bytes ? bytes.utf8ToString() : last.fields[0];
        return new Cursor.Key(Instant.EPOCH, order.word() + SEPARATOR + last.fields[1] + SEPARATOR + value);
    }

    private static FieldDoc place(Cursor.Key key, SearchOrder order, IndexSearcher searcher) {
        String[] parts = key.id().split("\\" + SEPARATOR, 3);
        if (parts.length < 3 || !parts[0].equals(order.word())) {
            throw otherList();
        }
        try {
            Object value =
                    switch (order) {
                        case BEST -> Float.parseFloat(parts[2]);
                        case CHANGED, READS -> Long.parseLong(parts[2]);
                        case TITLE -> new BytesRef(parts[2].getBytes(StandardCharsets.UTF_8));
                    };
            int last = Math.max(searcher.getIndexReader().maxDoc() - 1, 0);
            return new FieldDoc(last, Float.NaN, new Object[] {value, Long.parseLong(parts[1])});
        } catch (NumberFormatException e) {
            throw otherList();
        }
    }

    private static Fault otherList() {
        return new Fault(DataError.CATALOGUE_SEARCH_FAULTY, "the cursor belongs to another search");
    }

    /** How many entries there are of each combination of these facets. */
    Map<List<String>, Integer> count(CatalogueQuestion question, List<Facet> by) {
        return engine.search(
                searcher -> searcher.search(CatalogueQueries.of(question), FacetCounter.together(columns, by))
                        .counts());
    }

    /** The ids that fit what is typed so far, the best first. */
    List<String> suggested(CatalogueQuestion question, int most) {
        return engine.search(searcher -> ids(searcher, searcher.search(CatalogueQueries.of(question), most).scoreDocs));
    }

    /** The ids that fit these words best, by any of them, seen by the asker. */
    List<String> alike(List<String> words, CatalogueQuestion question, int most) {
        return CatalogueQueries.anyOf(words)
                .map(query -> engine.search(searcher -> {
                    Query seen = new BooleanQuery.Builder()
                            .add(query, BooleanClause.Occur.MUST)
                            .add(CatalogueQueries.seen(question), BooleanClause.Occur.FILTER)
                            .build();
                    return ids(searcher, searcher.search(seen, most).scoreDocs);
                }))
                .orElse(List.of());
    }

    private static List<String> ids(IndexSearcher searcher, ScoreDoc[] hits) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : hits) {
            ids.add(stored.document(hit.doc, Set.of(EntryDocument.ID)).get(EntryDocument.ID));
        }
        return ids;
    }
}
