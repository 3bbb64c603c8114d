package org.chengshu.core.audit.internal.entries;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an entry is found by: each detail as {@code key:value} and as {@code :value}, and a detail named id under the event's
 * first word too ({@code case.closed} with id 7 as {@code case:7}). Derived from the entry, so a verification checks it.
 */
public final class Things {
    private static final int LONGEST = 120;
    private static final String ID = "id";

    private Things() {}

    public static SortedSet<String> of(String event, Map<String, String> details) {
        SortedSet<String> things = new TreeSet<>();
        details.forEach((key, value) -> {
            add(things, named(key, value));
            add(things, named("", value));
        });
        if (details.containsKey(ID)) {
            add(things, named(kind(event), details.get(ID)));
        }
        return things;
    }

    static String named(String kind, String id) {
        return kind + ":" + id;
    }

    public static String kind(String event) {
        int dot = event.indexOf('.');
        return dot < 0 ? event : event.substring(0, dot);
    }

    private static void add(SortedSet<String> things, String thing) {
        if (thing.codePointCount(0, thing.length()) <= LONGEST) {
            things.add(thing);
        }
    }
}
