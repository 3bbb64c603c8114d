package org.chengshu.data.load;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A load to be done. Immutable.
 *
 * @param feed kind of the {@code FeedOpener}
 * @param spec what it is to open
 * @param from mark of an incremental read
 * @param mapping empty to map every field by its origin, name or title
 * @param whole the feed delivers all rows there are, so that what is missing in it ends, whatever the dataset's mode
 * @param source id of the source that it is read from; empty for an upload
 */
public record LoadOrder(
        String dataset,
        Text title,
        String feed,
        JsonNode spec,
        Optional<JsonNode> from,
        List<FieldMapping> mapping,
        boolean whole,
        Optional<String> source) {
    public LoadOrder {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(spec, "spec");
        from = Objects.requireNonNullElse(from, Optional.empty());
        mapping = mapping == null ? List.of() : List.copyOf(mapping);
        source = Objects.requireNonNullElse(source, Optional.empty());
    }
}
