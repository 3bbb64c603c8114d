package org.chengshu.data.lineage;

import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.data.LineageEdge.Kind;
import org.chengshu.kernel.Fault;

/**
 * Where a walk starts, as the address says: {@code field=raw.x.y}, {@code dataset=raw.x}, or {@code start=indicator:aqi-day}
 * for anything else.
 */
record StartAsked(String field, String dataset, String start) {
    /** A thing, and one field of it unless all are meant. */
    record Start(Kind kind, String id, Optional<String> field) {}

    Start read() {
        if (field != null) {
            return ofField(field);
        }
        if (dataset != null) {
            return new Start(Kind.DATASET, dataset, Optional.empty());
        }
        if (start == null) {
            throw new Fault(CoreError.BAD_REQUEST, "say where to start: field=, dataset= or start=kind:id");
        }
        int colon = start.indexOf(':');
        Kind kind = Kind.find(start.substring(0, Math.max(colon, 0)))
                .orElseThrow(() -> new Fault(CoreError.BAD_REQUEST, "start is kind:id, not " + start));
        return new Start(kind, start.substring(colon + 1), Optional.empty());
    }

    private static Start ofField(String text) {
        int second = text.indexOf('.', text.indexOf('.') + 1);
        if (text.indexOf('.') < 1 || second < 0 || second == text.length() - 1) {
            throw new Fault(CoreError.BAD_REQUEST, "field is dataset.field, such as raw.enterprise.code, not " + text);
        }
        return new Start(Kind.DATASET, text.substring(0, second), Optional.of(text.substring(second + 1)));
    }
}
