package org.chengshu.data.feed;

/**
 * What a row of a feed says happened at the source: it is there in this form now, it has gone (only its key is told), or
 * everything has gone (no cells at all). All but feeds of changes only put.
 */
public enum Change {
    PUT,
    DELETE,
    CLEAR
}
