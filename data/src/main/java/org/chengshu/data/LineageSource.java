package org.chengshu.data;

import java.util.stream.Stream;

/**
 * A bean that knows where fields come from: what feeds datasets out of sources, merges them, derives them, reads them. It
 * answers every edge of its definitions as they are now, from definitions alone and without reading rows; it is asked again
 * when a definition may have changed. Called by many threads.
 */
@FunctionalInterface
public interface LineageSource {
    Stream<LineageEdge> edges();
}
