package org.chengshu.data.standard;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that stand for "no value", compared without regard to case, width and blanks around them. Which they are is a
 * code table; {@link #USUAL} is what it is born with. Immutable.
 */
public final class NullWords {
    /** Hyphens and dots of any number are null words too and need not be listed. */
    public static final List<String> USUAL = List.of(
            "无",
            "空",
            "暂无",
            "没有",
            "不详",
            "未知",
            "未填",
            "未填写",
            "未登记",
            "无数据",
            "无记录",
            "缺失",
            "不适用",
            "待补充",
            "待定",
            "null",
            "nil",
            "none",
            "n/a",
            "na",
            "nan",
            "#n/a",
            "#null!",
            "#value!",
            "#ref!",
            "#div/0!",
            "undefined",
            "unknown",
            "not available",
            "not applicable",
            "(null)",
            "(空)",
            "\\n");

    private static final String FILLING = "-–—―_./\\*?";

    private final Set<String> words;
    private final int longest;

    public NullWords(Collection<String> words) {
        this.words = new HashSet<>();
        words.forEach(word -> this.words.add(folded(word)));
        this.longest = this.words.stream().mapToInt(String::length).max().orElse(0);
    }

    public static NullWords usual() {
        return new NullWords(USUAL);
    }

    /** @param text without blanks around it */
    public boolean contains(String text) {
        if (text.isEmpty()) {
            return true;
        }
        return isFilling(text) || (text.length() <= longest && words.contains(folded(text)));
    }

    private static boolean isFilling(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (FILLING.indexOf(Characters.half(text.charAt(i))) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String word) {
        return Characters.half(word).strip().toLowerCase(Locale.ROOT);
    }
}
