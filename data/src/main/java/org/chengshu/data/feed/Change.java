package org.chengshu.data.feed;

/**
 * What a row of a feed asks for. {@code PUT}: it is there. {@code DELETE}: the row with its keys is no more. {@code CLEAR}:
 * everything before it is no more, in this feed and in the dataset.
 */
public enum Change {
    PUT,
    DELETE,
    CLEAR
}
