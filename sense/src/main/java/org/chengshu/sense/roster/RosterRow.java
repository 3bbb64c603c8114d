package org.chengshu.sense.roster;

import java.util.Map;

/** One row as it stands in the file, by the file's own heads; the line counts from 1. Immutable. */
record RosterRow(long line, Map<String, String> cells) {
    String cell(String head) {
        return cells.getOrDefault(head, "").strip();
    }
}
