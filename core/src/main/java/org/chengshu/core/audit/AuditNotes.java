package org.chengshu.core.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a route wants to add to the audit entry of its own request, beside the path variables that are there anyway. Not for
 * secrets. Bound to one request and its thread.
 */
public final class AuditNotes {
    private static final String ATTRIBUTE = AuditNotes.class.getName();

    private final Map<String, String> notes = new TreeMap<>();

    private AuditNotes() {}

    public static AuditNotes of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof AuditNotes there) {
            return there;
        }
        AuditNotes fresh = new AuditNotes();
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    public AuditNotes add(String key, String value) {
        notes.put(key, value);
        return this;
    }

    public Map<String, String> all() {
        return Map.copyOf(notes);
    }
}
