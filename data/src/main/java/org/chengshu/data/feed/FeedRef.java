package org.chengshu.data.feed;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.UUID;

/** By which a feed can be opened again, on any node: it stands in the orders of jobs as JSON. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FeedRef.OfSource.class, name = "source"),
    @JsonSubTypes.Type(value = FeedRef.OfFile.class, name = "file")
})
public sealed interface FeedRef {
    /** What a source in the list of sources delivers. */
    record OfSource(UUID source) implements FeedRef {
        public OfSource {
            Objects.requireNonNull(source, "source");
        }
    }

    /** The rows of a kept file ({@code core.files}). */
    record OfFile(UUID file, FileOptions options) implements FeedRef {
        public OfFile {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(options, "options");
        }
    }
}
