package org.chengshu.data.feed;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A bean that tells how far behind the sources of a kind are that are followed all the time. */
public interface SourceFollowing {
    String kind();

    Optional<JsonNode> look(UUID source);
}
