package org.chengshu.core.http;

import java.util.List;

/** Every route that the platform's controllers answer, as declared; complete once the node has started. Safe for use by many threads. */
public interface RouteBook {
    /** By path, then method. */
    List<Route> list();
}
