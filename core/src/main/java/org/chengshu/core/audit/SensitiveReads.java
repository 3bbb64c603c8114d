package org.chengshu.core.audit;

import java.util.Map;
import org.chengshu.core.access.Viewer;

/**
 * Puts on record who read sensitive data, from sensitivity {@value #FROM} on. However many rows are read at once, they are one
 * audit entry ({@value #EVENT}) with their number and the hash of a log that tells which; the log is kept beside it and can
 * be verified. A module that hands out such rows begins a log, adds each row and closes it before the answer ends; when the
 * entry cannot be written, closing throws. Safe for use by many threads; a log is for one.
 */
public interface SensitiveReads {
    int FROM = 3;
    String EVENT = "data.read";

    /**
     * Begins the log of one access.
     *
     * @param what the id of what is read
     * @param notes what else belongs to the entry, such as the names of the fields; no values
     */
    ReadLog begin(Viewer viewer, String what, Map<String, String> notes);
}
