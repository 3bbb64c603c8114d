package org.chengshu.data.source;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants a source to be; checked. Immutable.
 *
 * @param secrets given anew, by name; those left out stay as they are
 */
record SourceDraft(
        String name,
        String kind,
        String description,
        Optional<String> organisation,
        ObjectNode config,
        Map<String, String> secrets,
        Optional<Target> target,
        Optional<Schedule> schedule) {
    SourceDraft {
        secrets = Map.copyOf(secrets);
    }
}
