package org.chengshu.core.access.internal.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.chengshu.core.access.Viewer;

/** Who makes the request, once that is known. */
public final class CurrentViewer {
    private static final String ATTRIBUTE = CurrentViewer.class.getName();

    private CurrentViewer() {}

    public static void set(HttpServletRequest request, Viewer viewer) {
        request.setAttribute(ATTRIBUTE, viewer);
    }

    public static Optional<Viewer> of(HttpServletRequest request) {
        return Optional.ofNullable((Viewer) request.getAttribute(ATTRIBUTE));
    }
}
