package org.chengshu.core.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of the database's log that makes a backup consistent, and where the log goes on. A segment's name is 24 hex
 * digits: timeline, number of the 4 GiB group, number in the group.
 *
 * @param segmentBytes size of a segment
 * @param archive name of the folder beside the backup that keeps the log from then on; empty when none is kept
 */
public record LogRange(String first, String last, long segmentBytes, Optional<String> archive) {
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final long GROUP_BYTES = 1L << 32;
    private static final int DIGITS = 8;
    private static final int HEX = 16;

    public LogRange {
        Objects.requireNonNull(archive, "archive");
        if (!isSegment(first) || !isSegment(last)) {
            throw new IllegalArgumentException("no log segments: " + first + ", " + last);
        }
        if (segmentBytes < 1 << 20 || Long.bitCount(segmentBytes) != 1) {
            throw new IllegalArgumentException("no size of a log segment: " + segmentBytes);
        }
    }

    public static boolean isSegment(String name) {
        return SEGMENT.matcher(name).matches();
    }

    /** The names of all segments from the first to the last. */
    public List<String> segments() {
        List<String> names = new ArrayList<>();
        for (String name = first; name.compareTo(last) <= 0; name = after(name)) {
            names.add(name);
        }
        return List.copyOf(names);
    }

    /** The name of the segment that follows on the same timeline. */
    public String after(String segment) {
        long perGroup = GROUP_BYTES / segmentBytes;
        long group = Long.parseLong(segment.substring(DIGITS, 2 * DIGITS), HEX);
        long number = Long.parseLong(segment.substring(2 * DIGITS), HEX);
        long next = group * perGroup + number + 1;
        return segment.substring(0, DIGITS) + String.format(Locale.ROOT, "%08X%08X", next / perGroup, next % perGroup);
    }
}
