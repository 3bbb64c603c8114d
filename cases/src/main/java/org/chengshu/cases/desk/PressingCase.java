package org.chengshu.cases.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseItem;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.ETags;

/**
 * A case that waits to be handled.
 *
 * @param hands whose it is: {@code mine}, {@code somebody} else's of the department, or {@code nobody}'s yet
 * @param tag the state of the case, to send as {@code If-Match}
 */
record PressingCase(@JsonUnwrapped CaseItem head, String hands, String tag) {
    static PressingCase of(CaseFile file, CaseItem item, Viewer viewer) {
        String hands = file.handlerId()
                .map(id -> id.equals(viewer.accountId()) ? "mine" : "somebody")
                .orElse("nobody");
        return new PressingCase(item, hands, ETags.of(file.version()));
    }
}
