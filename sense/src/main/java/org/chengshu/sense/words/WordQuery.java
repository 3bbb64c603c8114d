package org.chengshu.sense.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody typed to find devices. Words lie apart by spaces and must all fit: a word anywhere in code, titles, tags, in
 * the name of the area or of the product; {@code code:SH-} at the beginning of the code; {@code tag:floor} or
 * {@code tag:floor=3} on a tag. At most 8 words. Immutable.
 */
public record WordQuery(List<String> words, Optional<String> codeStart, Map<String, String> tags) {
    public static final int MOST_WORDS = 8;
    public static final String ANY = "*";
    private static final String CODE = "code:";
    private static final String TAG = "tag:";

    public WordQuery {
        words = List.copyOf(words);
        tags = Map.copyOf(tags);
    }

    public static WordQuery none() {
        return new WordQuery(List.of(), Optional.empty(), Map.of());
    }

    public static WordQuery of(String typed) {
        List<String> words = new ArrayList<>();
        Map<String, String> tags = new HashMap<>();
        String start = "";
        for (String word : typed.strip().split("\\s+")) {
            if (word.startsWith(CODE)) {
                start = word.substring(CODE.length());
            } else if (word.startsWith(TAG) && word.length() > TAG.length()) {
                tag(word.substring(TAG.length()), tags);
            } else if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        return new WordQuery(words, Optional.of(start).filter(text -> !text.isEmpty()), tags);
    }

    private static void tag(String asked, Map<String, String> tags) {
        int cut = asked.indexOf('=');
        if (cut < 0) {
            tags.put(asked, ANY);
        } else if (cut > 0) {
            tags.put(asked.substring(0, cut), asked.substring(cut + 1));
        }
    }
}
