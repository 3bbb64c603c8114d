package org.chengshu.data.catalogue.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.search.SortField;

/** In which order hits come; among equals the newest entry first. */
enum SearchOrder {
    BEST(SortField.FIELD_SCORE),
    CHANGED(new SortField(EntryDocument.CHANGED, SortField.Type.LONG, true)),
    READS(new SortField(EntryDocument.READS, SortField.Type.LONG, true)),
    TITLE(new SortField(EntryDocument.PLAIN_TITLE, SortField.Type.STRING));

    private final SortField field;

    SearchOrder(SortField field) {
        this.field = field;
    }

    SortField field() {
        return field;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SearchOrder> find(String word) {
        return Stream.of(values()).filter(order -> order.word().equals(word)).findFirst();
    }
}
