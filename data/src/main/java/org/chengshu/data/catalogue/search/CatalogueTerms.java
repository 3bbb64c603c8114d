package org.chengshu.data.catalogue.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts text into what is searched for: pairs of neighbouring Chinese characters, so that no dictionary decides what can be
 * found, and words of letters and digits in small letters; full width is half width. The words of a question are those of
 * smartcn. Stateless.
 */
final class CatalogueTerms {
    private CatalogueTerms() {}

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Every pair and word; a character that stands alone is itself. */
    static List<String> of(String text) {
        List<String> terms = new ArrayList<>();
        cut(plain(text), terms, false);
        return terms;
    }

    /** The same and every single character. */
    static List<String> withCharacters(String text) {
        List<String> terms = new ArrayList<>();
        cut(plain(text), terms, true);
        return terms;
    }

    private static void cut(String text, List<String> terms, boolean characters) {
        runs(text, run -> {
            if (Character.isIdeographic(run.charAt(0))) {
                pairs(run, terms, characters);
            } else {
                terms.add(run);
            }
        });
    }

    /** Runs of Chinese characters, and runs of letters and digits. */
    private static void runs(String text, Consumer<String> to) {
        int at = 0;
        while (at < text.length()) {
            boolean chinese = Character.isIdeographic(text.charAt(at));
            int end = at;
            while (end < text.length()
                    && (chinese ? Character.isIdeographic(text.charAt(end)) : isOfWord(text.charAt(end)))) {
                end++;
            }
            if (end > at) {
                to.accept(text.substring(at, end));
            }
            at = Math.max(end, at + 1);
        }
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }

    private static void pairs(String run, List<String> terms, boolean characters) {
        for (int i = 0; i + 1 < run.length(); i++) {
            terms.add(run.substring(i, i + 2));
        }
        if (characters || run.length() == 1) {
            run.chars().forEach(c -> terms.add(String.valueOf((char) c)));
        }
    }

    /** The words of a text, each once, in their order: Chinese as smartcn cuts it, letters and digits as they stand together. */
    static List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        runs(plain(text), run -> {
            if (Character.isIdeographic(run.charAt(0))) {
                words.addAll(chinese(run));
            } else {
                words.add(run);
            }
        });
        return List.copyOf(words);
    }

    private static List<String> chinese(String run) {
        List<String> words = new ArrayList<>();
        try (Tokenizer smart = new HMMChineseTokenizer()) {
            smart.setReader(new StringReader(run));
            CharTermAttribute term = smart.addAttribute(CharTermAttribute.class);
            smart.reset();
            while (smart.incrementToken()) {
                words.add(term.toString());
            }
            smart.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
