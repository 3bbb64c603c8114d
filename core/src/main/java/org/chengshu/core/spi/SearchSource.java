package org.chengshu.core.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Text;

/** A bean that lets the things of one kind be found. Called by one thread for entries and by many for hits. */
public interface SearchSource {
    /** A word that no other source has, such as {@code area}. */
    String kind();

    /** What its things are called together. */
    Text title();

    /** What a viewer must hold somewhere to be shown any. */
    String permission();

    /**
     * Gives every entry, or, with a time, at least those that came or changed since then by the platform's clock. A source
     * that cannot tell gives them all again, which costs little.
     */
    void entries(Optional<Instant> since, Consumer<SearchEntry> to);

    /**
     * Tells whether looking for changes is worth it: the very same object as long as certainly nothing has changed. A fresh
     * one each time unless overridden.
     */
    default Object stamp() {
        return new Object();
    }

    /** Those of the things that are still there and that the viewer may see, in any order. */
    List<SearchHit> hits(List<String> ids, Viewer viewer);
}
