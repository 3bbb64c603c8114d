package org.chengshu.data.feed.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes names of columns of what stands in the row of the heads. Pure. */
public final class Heads {
    private Heads() {}

    /** Unique and not blank: a head that is missing becomes {@code column 3}, one that is there twice gets a number. */
    public static List<String> of(List<String> delivered, int width) {
        List<String> heads = new ArrayList<>(width);
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < width; i++) {
            String told = i < delivered.size() ? tidy(delivered.get(i)) : "";
            String head = told.isEmpty() ? "column " + (i + 1) : told;
            String unique = head;
            for (int n = 2; !taken.add(unique); n++) {
                unique = head + " (" + n + ")";
            }
            heads.add(unique);
        }
        return List.copyOf(heads);
    }

    private static String tidy(String head) {
        return head.replace("\uFEFF", "")
                .replaceAll("[\\s\\u00A0\\u3000]+", " ")
                .strip();
    }
}
