package org.chengshu.data.load;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
 * @param corrects the load whose refused rows it delivers again, put right
 */
public record LoadOrder(
        String dataset,
        Text title,
        String feed,
        JsonNode spec,
        Optional<JsonNode> from,
        List<FieldMapping> mapping,
        boolean whole,
        Optional<String> source,
        Optional<UUID> corrects) {
    public LoadOrder {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(spec, "spec");
        from = Objects.requireNonNullElse(from, Optional.empty());
        mapping = mapping == null ? List.of() : List.copyOf(mapping);
        source = Objects.requireNonNullElse(source, Optional.empty());
        corrects = Objects.requireNonNullElse(corrects, Optional.empty());
    }

    /** A full read of this. */
    public static LoadOrder of(String dataset, Text title, String feed, JsonNode spec) {
        return new LoadOrder(
                dataset, title, feed, spec, Optional.empty(), List.of(), false, Optional.empty(), Optional.empty());
    }

    public LoadOrder mapped(List<FieldMapping> others) {
        return new LoadOrder(dataset, title, feed, spec, from, others, whole, source, corrects);
    }

    public LoadOrder from(Optional<JsonNode> mark) {
        return new LoadOrder(dataset, title, feed, spec, mark, mapping, whole, source, corrects);
    }

    public LoadOrder wholly(boolean all) {
        return new LoadOrder(dataset, title, feed, spec, from, mapping, all, source, corrects);
    }

    public LoadOrder ofSource(String id) {
        return new LoadOrder(dataset, title, feed, spec, from, mapping, whole, Optional.of(id), corrects);
    }

    public LoadOrder correcting(UUID load) {
        return new LoadOrder(dataset, title, feed, spec, from, mapping, whole, source, Optional.of(load));
    }
}
