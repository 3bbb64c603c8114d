package org.chengshu.data.catalogue.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.chengshu.data.catalogue.CatalogueClasses;
import org.chengshu.data.catalogue.Entry;
import org.chengshu.data.catalogue.EntryContent;

/** An entry as the index keeps it. */
final class EntryDocument {
    static final String ID = "id";
    static final String CODE = "code";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String NAME = "name";
    /** Whole titles in plain letters, for suggestions and the order by name. */
    static final String PLAIN_TITLE = "plain";
    /** The class and all above it. */
    static final String WITHIN_CLASS = "within";

    static final String SEEN_BY_ALL = "all";
    static final String ORGANISATION_PATH = "organisation-path";
    static final String AREA_PATH = "area-path";
    static final String SEQ = "seq";
    static final String CHANGED = "changed";
    static final String READS = "reads";
    static final String YES = "1";

    private static final int LONGEST_TITLE = 100;
    // Neither places nor lengths: pairs of characters say enough of what stands together.
    private static final FieldType TERMS = terms();

    private EntryDocument() {}

    private static FieldType terms() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    static Document of(Entry entry, String provider) {
        EntryContent content = entry.content();
        Document document = new Document();
        document.add(new StringField(ID, entry.id(), Field.Store.YES));
        Stream.of(entry.id(), entry.code())
                .map(CatalogueTerms::plain)
                .distinct()
                .forEach(code -> document.add(new StringField(CODE, code, Field.Store.NO)));
        List<String> title = CatalogueTerms.withCharacters(content.title());
        if (!content.titleEn().equals(content.title())) {
            title.addAll(CatalogueTerms.of(content.titleEn()));
        }
        document.add(new Field(TITLE, new Given(title), TERMS));
        List<String> all = new ArrayList<>(title);
        all.addAll(CatalogueTerms.of(content.summary()));
        all.addAll(CatalogueTerms.of(provider));
        content.subjects().forEach(subject -> all.addAll(CatalogueTerms.of(subject)));
        content.fields().forEach(field -> {
            all.addAll(CatalogueTerms.of(field.title()));
            if (!field.name().equals(field.title())) {
                all.addAll(CatalogueTerms.of(field.name()));
            }
        });
        document.add(new Field(TEXT, new Given(all), TERMS));
        String plain = CatalogueTerms.plain(content.title());
        plain = plain.substring(0, Math.min(plain.length(), LONGEST_TITLE));
        document.add(new StringField(NAME, plain, Field.Store.NO));
        document.add(new SortedDocValuesField(PLAIN_TITLE, new BytesRef(plain)));
        place(document, entry);
        figures(document, entry);
        return document;
    }

    private static void place(Document document, Entry entry) {
        document.add(new StringField(ORGANISATION_PATH, entry.organisationPath(), Field.Store.NO));
        document.add(new StringField(AREA_PATH, entry.areaPath(), Field.Store.NO));
        if (entry.isSeenByAll()) {
            document.add(new StringField(SEEN_BY_ALL, YES, Field.Store.NO));
        }
        for (Facet facet : Facet.ALL) {
            String value = facet.value(entry);
            document.add(new SortedDocValuesField(facet.word(), new BytesRef(value)));
            document.add(new StringField(facet.word(), value, Field.Store.NO));
        }
        for (String code = entry.content().classCode();
                !code.isEmpty();
                code = CatalogueClasses.parent(code).orElse("")) {
            document.add(new StringField(WITHIN_CLASS, code, Field.Store.NO));
        }
    }

    private static void figures(Document document, Entry entry) {
        document.add(new NumericDocValuesField(SEQ, entry.seq()));
        document.add(new NumericDocValuesField(CHANGED, entry.changedAt().toEpochMilli()));
        document.add(new NumericDocValuesField(READS, entry.reads()));
    }

    /** Terms as they were cut. */
    private static final class Given extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final List<String> all;
        private Iterator<String> rest;

        Given(List<String> all) {
            this.all = all;
            this.rest = all.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(rest.next());
            return true;
        }

        @Override
        public void reset() {
            rest = all.iterator();
        }
    }
}
