package org.chengshu.kernel;

/**
 * A stable name for one way in which a request can fail. Every module has one enum of them; the name of the constant is
 * what clients see as {@code code} in a problem document (RFC 9457), so it never changes once published.
 */
public interface ErrorCode {
    String name();

    /** The HTTP status that tells the same; 4xx is the caller's to mend, 5xx is ours. */
    int status();

    /** One sentence for people, in both languages, without the particulars of a single case. */
    Text title();
}
