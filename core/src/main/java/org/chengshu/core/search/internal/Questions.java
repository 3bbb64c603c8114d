package org.chengshu.core.search.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.chengshu.core.access.Scope;

/**
 * Turns what somebody typed into a query. Each piece between blanks must be met: by a code that begins so, by characters that
 * stand together, by the Chinese words in it (smartcn), by a word that begins so, or by pinyin initials. Safe for many threads.
 */
final class Questions {
    private static final int MOST_PIECES = 8;
    private static final float EXACT = 20;
    private static final float CODE = 6;
    private static final float TITLE = 4;
    private static final float INITIALS = 3;

    private final Analyzer characters = new StandardAnalyzer();

    Analyzer analyzer() {
        return characters;
    }

    /** Nothing when there is nothing to look for, such as blanks and signs only. */
    Optional<Query> read(String typed) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int pieces = 0;
        for (String piece : typed.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            Optional<Query> query = piece.isEmpty() ? Optional.empty() : piece(piece);
            if (query.isPresent() && pieces < MOST_PIECES) {
                all.add(query.get(), Occur.MUST);
                pieces++;
            }
        }
        return pieces == 0 ? Optional.empty() : Optional.of(all.build());
    }

    private Optional<Query> piece(String piece) {
        List<String> tokens = tokens(characters.tokenStream(Fields.ALL, piece));
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(boosted(new TermQuery(new Term(Fields.CODE, piece)), EXACT), Occur.SHOULD);
        any.add(boosted(new PrefixQuery(new Term(Fields.CODE, piece)), CODE), Occur.SHOULD);
        any.add(boosted(together(Fields.TITLE, tokens), TITLE), Occur.SHOULD);
        any.add(together(Fields.ALL, tokens), Occur.SHOULD);
        if (piece.codePoints().anyMatch(Character::isIdeographic)) {
            any.add(words(piece), Occur.SHOULD);
        } else if (piece.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            any.add(boosted(new PrefixQuery(new Term(Fields.INITIALS, piece)), INITIALS), Occur.SHOULD);
        }
        return Optional.of(any.build());
    }

    /** The tokens one after the other; the last of Latin ones may be a beginning. */
    private static Query together(String field, List<String> tokens) {
        String last = tokens.getLast();
        boolean beginning = last.chars().noneMatch(Character::isIdeographic);
        List<String> whole = beginning ? tokens.subList(0, tokens.size() - 1) : tokens;
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (!whole.isEmpty()) {
            all.add(new PhraseQuery(field, whole.toArray(String[]::new)), Occur.MUST);
        }
        if (beginning) {
            all.add(new PrefixQuery(new Term(field, last)), Occur.MUST);
        }
        return all.build();
    }

    /** Every Chinese word of the piece, wherever it stands. */
    private Query words(String piece) {
        Tokenizer smart = new HMMChineseTokenizer();
        smart.setReader(new StringReader(piece));
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : tokens(smart)) {
            List<String> parts = tokens(characters.tokenStream(Fields.ALL, word));
            if (!parts.isEmpty()) {
                all.add(together(Fields.ALL, parts), Occur.MUST);
            }
        }
        return all.build();
    }

    private static List<String> tokens(TokenStream stream) {
        List<String> tokens = new ArrayList<>();
        try (stream) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /** What of one kind lies in the scope, or nowhere. */
    static Query within(String kind, Scope scope) {
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        both.add(new TermQuery(new Term(Fields.KIND, kind)), Occur.FILTER);
        if (!scope.isEverywhere()) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            any.add(new TermQuery(new Term(Fields.AREA, "")), Occur.SHOULD);
            scope.parts().forEach(part -> part.areas()
                    .within()
                    .forEach(path -> any.add(new PrefixQuery(new Term(Fields.AREA, path)), Occur.SHOULD)));
            both.add(any.build(), Occur.FILTER);
        }
        return both.build();
    }

    static Query both(Query one, Query filter) {
        return new BooleanQuery.Builder()
                .add(one, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(query, boost);
    }

    /** For the documents: codes as they are searched for. */
    static List<String> codes(String id, List<String> codes) {
        return Stream.concat(Stream.of(id), codes.stream())
                .map(code -> code.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
