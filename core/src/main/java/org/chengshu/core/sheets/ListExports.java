package org.chengshu.core.sheets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.chengshu.core.access.Viewer;

/**
 * Turns a list into a file when its reader asks for one: {@code ?format=xlsx} or {@code csv}, or the media type of either in
 * {@code Accept}. The route's own filters and rights hold; all its pages are followed, up to 100,000 rows. The reading is
 * audited as {@code list.exported}. Safe for use by many threads.
 */
public interface ListExports {
    /** Whether a file is asked for. */
    boolean isAsked(HttpServletRequest request);

    /** Gathers the pages. Faults with {@code EXPORT_NOT_OFFERED} when nothing says how the list is written. */
    ExportFile gather(HttpServletRequest request, Optional<Viewer> viewer, Pages pages) throws Exception;

    /** Calls the route for the page that the request's cursor stands at. */
    @FunctionalInterface
    interface Pages {
        Object next() throws Exception;
    }
}
