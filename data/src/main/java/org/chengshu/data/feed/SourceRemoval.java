package org.chengshu.data.feed;

import java.util.UUID;

/** A bean that takes back what sources of a kind have left with others, before a source is removed. */
public interface SourceRemoval {
    String kind();

    /** A {@code Fault} says what could not be taken back; the source then stays. */
    void tidy(UUID source);
}
