package org.chengshu.core.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Lets one request go through several pages of a list: which page its route is to answer next. Bound to one request. */
public final class NextPage {
    private static final String ATTRIBUTE = NextPage.class.getName();

    private NextPage() {}

    public static void ask(HttpServletRequest request, Cursor cursor) {
        request.setAttribute(ATTRIBUTE, cursor);
    }

    /** The page asked for in this way; without it the request's own parameters hold. */
    public static Optional<Cursor> of(HttpServletRequest request) {
        return Optional.ofNullable((Cursor) request.getAttribute(ATTRIBUTE));
    }
}
