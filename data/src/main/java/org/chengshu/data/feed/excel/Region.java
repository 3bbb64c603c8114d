package org.chengshu.data.feed.excel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells merged into one; rows from 1, columns from 0, both ends included. Pure. */
record Region(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

    /** Of a reference such as {@code A1:C1}. */
    static Optional<Region> of(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Region(
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(4)),
                column(matcher.group(1)),
                column(matcher.group(3))));
    }

    private static int column(String letters) {
        int number = 0;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            number = number * 26 + letter - 'A' + 1;
        }
        return number - 1;
    }

    boolean covers(int row) {
        return firstRow <= row && row <= lastRow;
    }
}
