package org.chengshu.core.http.internal;

import java.io.IOException;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Finds a file of the screens; a path without one that could be a page of a single-page application is answered with the
 * page of its entry: {@code /screen/...} with {@code screen.html}, all others with {@code index.html}.
 */
final class PageResolver extends PathResourceResolver {
    private static final Set<String> DOORS = Set.of(
            "api",
            "openapi",
            "health",
            "metrics",
            "conformance",
            "sta",
            "ogc",
            "open311",
            "catalog",
            "assets",
            "error");

    @Override
    protected Resource getResource(String path, Resource location) throws IOException {
        Resource file = super.getResource(path, location);
        if (file != null || !couldBePage(path)) {
            return file;
        }
        Resource entry = super.getResource(firstOf(path) + ".html", location);
        return entry != null ? entry : super.getResource("index.html", location);
    }

    // Files lie at the top or under assets; below any other folder a dot belongs to the name of what a page shows.
    private static boolean couldBePage(String path) {
        return !DOORS.contains(firstOf(path)) && (path.indexOf('/') >= 0 || path.indexOf('.') < 0);
    }

    private static String firstOf(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
