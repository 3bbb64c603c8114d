package org.chengshu.data.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A bean that knows one kind of source beside opening its feeds: what its settings must be, and whether it answers. Safe for
 * use by many threads.
 */
public interface SourceKind {
    /** As {@link FeedOpener#kind}. */
    String kind();

    /** The names of its secrets, which are taken out of the settings and sealed. */
    Set<String> secrets();

    /** Everything that is wrong with the settings; the places are names within them. */
    List<PlacedFault> check(JsonNode config);

    /** Calls the source and says what it found; a {@code Fault} says in plain words why it does not work. */
    Text test(OpenSource source);

    /** Whether there is anything to read after the mark, where that can be seen without reading. */
    default boolean hasNews(OpenSource source, Optional<JsonNode> mark) {
        return true;
    }
}
