package org.chengshu.core.sheets;

/** Words for a cell of a workbook. Pure. */
public final class CellWords {
    private static final int LONGEST = 32_767;

    private CellWords() {}

    /** What XML 1.0 can hold, in the length that Excel can. */
    public static String printable(String words) {
        StringBuilder kept = new StringBuilder(Math.min(words.length(), LONGEST));
        words.codePoints()
                .filter(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r')
                .filter(c -> c < Character.MIN_SURROGATE || (c > Character.MAX_SURROGATE && c != 0xFFFE && c != 0xFFFF))
                .takeWhile(c -> kept.length() < LONGEST - 1)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
