package org.chengshu.data.catalogue.search;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.chengshu.core.access.Scope;
import org.chengshu.core.tree.Reach;

/** Turns questions into queries of the index; pure. */
final class CatalogueQueries {
    private static final int MOST_PIECES = 8;
    private static final int MOST_WORDS = 64;
    private static final float CODE = 20;
    private static final float WHOLE_TITLE = 8;
    private static final float TITLE = 4;
    private static final String EVERYTHING = "/";

    private CatalogueQueries() {}

    static Query of(CatalogueQuestion question) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(words(question.words()).orElseGet(() -> MatchAllDocsQuery.INSTANCE), Occur.MUST);
        all.add(seen(question), Occur.FILTER);
        question.filters().forEach((facet, values) -> all.add(filter(facet, values), Occur.FILTER));
        return all.build();
    }

    /** Each piece between blanks must be met; nothing when there is nothing to look for. */
    static Optional<Query> words(String typed) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int pieces = 0;
        for (String piece : CatalogueTerms.plain(typed).strip().split("\\s+")) {
            Optional<Query> query = piece(piece);
            if (query.isPresent() && pieces < MOST_PIECES) {
                all.add(query.get(), Occur.MUST);
                pieces++;
            }
        }
        return pieces == 0 ? Optional.empty() : Optional.of(all.build());
    }

    private static Optional<Query> piece(String piece) {
        List<String> terms = CatalogueTerms.of(piece);
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(boosted(new PrefixQuery(new Term(EntryDocument.CODE, piece)), CODE), Occur.SHOULD);
        any.add(
                boosted(new ConstantScoreQuery(new TermQuery(new Term(EntryDocument.NAME, piece))), WHOLE_TITLE),
                Occur.SHOULD);
        any.add(boosted(together(EntryDocument.TITLE, terms), TITLE), Occur.SHOULD);
        any.add(together(EntryDocument.TEXT, terms), Occur.SHOULD);
        List<String> apart = CatalogueTerms.words(piece).stream()
                .flatMap(word -> CatalogueTerms.of(word).stream())
                .distinct()
                .toList();
        if (!apart.equals(terms) && !apart.isEmpty()) {
            any.add(together(EntryDocument.TEXT, apart), Occur.SHOULD);
        }
        return Optional.of(any.build());
    }

    /** All of these; the last, when of letters, may be a beginning. */
    private static Query together(String field, List<String> terms) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        String last = terms.getLast();
        boolean beginning = !Character.isIdeographic(last.charAt(0)) && last.length() > 1;
        for (String term : beginning ? terms.subList(0, terms.size() - 1) : terms) {
            all.add(new TermQuery(new Term(field, term)), Occur.MUST);
        }
        if (beginning) {
            all.add(new PrefixQuery(new Term(field, last)), Occur.MUST);
        }
        return all.build();
    }

    /** Any of these words, the more and rarer the better; for what is said in sentences. */
    static Optional<Query> anyOf(List<String> words) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        int added = 0;
        for (String word : words) {
            List<String> terms = CatalogueTerms.of(word);
            if (word.length() > 1 && !terms.isEmpty() && added < MOST_WORDS) {
                any.add(boosted(together(EntryDocument.TITLE, terms), 2), Occur.SHOULD);
                any.add(together(EntryDocument.TEXT, terms), Occur.SHOULD);
                added++;
            }
        }
        return added == 0 ? Optional.empty() : Optional.of(any.build());
    }

    private static Query filter(Facet facet, List<String> values) {
        String field = facet == Facet.CLASS ? EntryDocument.WITHIN_CLASS : facet.word();
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    /** What the viewer may see: what is for all, and the drafts of his own part. */
    static Query seen(CatalogueQuestion question) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        if (question.reads()) {
            any.add(new TermQuery(new Term(EntryDocument.SEEN_BY_ALL, EntryDocument.YES)), Occur.SHOULD);
        }
        for (Scope.Part part : question.drafts().parts()) {
            BooleanQuery.Builder both = new BooleanQuery.Builder();
            both.add(reach(EntryDocument.AREA_PATH, part.areas()), Occur.FILTER);
            both.add(reach(EntryDocument.ORGANISATION_PATH, part.organisations()), Occur.FILTER);
            any.add(both.build(), Occur.SHOULD);
        }
        return new ConstantScoreQuery(any.build());
    }

    /** As {@link Reach#condition} has it in SQL. */
    private static Query reach(String field, Reach reach) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String within : reach.within()) {
            BooleanQuery.Builder one = new BooleanQuery.Builder();
            one.add(below(field, within), Occur.MUST);
            reach.without().stream()
                    .filter(hole -> hole.startsWith(within))
                    .forEach(hole -> one.add(below(field, hole), Occur.MUST_NOT));
            any.add(one.build(), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query below(String field, String path) {
        return path.equals(EVERYTHING) ? MatchAllDocsQuery.INSTANCE : new PrefixQuery(new Term(field, path));
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(query, boost);
    }
}
