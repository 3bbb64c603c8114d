package org.chengshu.data.catalogue.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * The facets of each segment as plain arrays in memory, two bytes a document and facet, so that a million documents are
 * counted in a few milliseconds. Segments never change; a column goes with its segment. Safe for many threads.
 */
final class FacetColumns {
    /** The values of one facet in one segment: an ordinal for each document. */
    record Column(short[] ordinals, String[] values) {}

    private static final int MOST_VALUES = Short.MAX_VALUE;

    private final Map<IndexReader.CacheKey, Map<Facet, Column>> columns = new ConcurrentHashMap<>();

    Column column(LeafReader segment, Facet facet) throws IOException {
        IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
        Map<Facet, Column> known = columns.get(helper.getKey());
        if (known == null) {
            known = read(segment);
            if (columns.putIfAbsent(helper.getKey(), known) == null) {
                helper.addClosedListener(columns::remove);
            }
        }
        return known.get(facet);
    }

    private static Map<Facet, Column> read(LeafReader segment) throws IOException {
        Map<Facet, Column> all = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.ALL) {
            all.put(facet, read(segment, facet));
        }
        return all;
    }

    private static Column read(LeafReader segment, Facet facet) throws IOException {
        SortedDocValues values = DocValues.getSorted(segment, facet.word());
        if (values.getValueCount() > MOST_VALUES) {
            throw new IOException("too many values of facet " + facet.word());
        }
        String[] words = new String[values.getValueCount()];
        for (int i = 0; i < words.length; i++) {
            words[i] = values.lookupOrd(i).utf8ToString();
        }
        short[] ordinals = new short[segment.maxDoc()];
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            ordinals[doc] = (short) values.ordValue();
        }
        return new Column(ordinals, words);
    }
}
