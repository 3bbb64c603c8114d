package org.chengshu.data.source;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.data.load.FieldMapping;
import org.chengshu.data.load.LoadOrder;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources whose rows come by themselves: pushed to us, or as changes that we follow. Safe for use by many threads. */
@Component
public final class FollowedSources {
    private final SourceStore store;
    private final JsonMapper json;

    FollowedSources(SourceStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /**
     * One of them. Immutable.
     *
     * @param dataset what its rows fill; empty until somebody has chosen
     */
    public record Followed(
            UUID id, String name, Optional<String> dataset, List<FieldMapping> mapping, boolean paused, JsonNode spec) {
        /** A load of what has come; {@code whole} when that is everything there is. */
        public LoadOrder order(String kind, boolean whole) {
            return LoadOrder.of(dataset.orElseThrow(), Text.of("采集 " + name, "Read " + name), kind, spec)
                    .mapped(mapping)
                    .wholly(whole)
                    .ofSource(id.toString());
        }
    }

    public Optional<Followed> find(UUID id, String kind) {
        return store.find(id).filter(source -> source.kind().equals(kind)).map(this::followed);
    }

    public List<Followed> list(String kind) {
        return store.list(kind).stream().map(this::followed).toList();
    }

    private Followed followed(Source source) {
        return new Followed(
                source.id(),
                source.name(),
                source.target().map(Target::dataset),
                source.target().map(Target::mapping).orElse(List.of()),
                source.paused(),
                json.createObjectNode().put("source", source.id().toString()));
    }
}
