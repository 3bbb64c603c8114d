package org.chengshu.core.http;

/** How the version of a thing is written as an entity tag: version 7 is {@code "v7"}. Things that can be updated carry a version that grows by one with each change. */
public final class ETags {
    private ETags() {}

    /** The header value, with its quotes. */
    public static String of(long version) {
        return "\"v" + version + "\"";
    }
}
