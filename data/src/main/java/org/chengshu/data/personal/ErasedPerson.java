package org.chengshu.data.personal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.data.standard.Characters;

/**
 * A person who is to be erased, by one of their numbers. The number is held in memory only, as long as the work takes.
 *
 * @param forms the number as it may be written, without blanks, in upper case
 * @param stand what takes its place, the same in every row, so that distinct counts stay as they were
 */
record ErasedPerson(String element, Set<String> forms, String stand) {
    ErasedPerson {
        forms = Set.copyOf(forms);
    }

    static ErasedPerson of(String element, String given, String canonical, String stand) {
        Set<String> forms = new TreeSet<>();
        for (String form : List.of(given, canonical)) {
            forms.add(folded(form));
        }
        // A citizen number of 18 characters may stand in old data with its 15 of before 1999.
        if (element.equals("id-card") && canonical.length() == 18 && canonical.startsWith("19", 6)) {
            forms.add(canonical.substring(0, 6) + canonical.substring(8, 17));
        }
        return new ErasedPerson(element, forms, stand);
    }

    static String folded(String text) {
        return Characters.compact(text).toUpperCase(Locale.ROOT);
    }

    boolean is(String text) {
        return text.length() <= 100 && forms.contains(folded(text));
    }
}
