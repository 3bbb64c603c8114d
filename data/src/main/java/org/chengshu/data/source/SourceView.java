package org.chengshu.data.source;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.data.load.LoadView;
import tools.jackson.databind.JsonNode;

/** A source as people see it; of secrets only the names. */
record SourceView(
        UUID id,
        String name,
        String kind,
        String description,
        Optional<String> organisation,
        JsonNode config,
        Set<String> secrets,
        Optional<Target> target,
        Optional<Schedule> schedule,
        String state,
        Optional<JsonNode> mark,
        Optional<Instant> nextRun,
        Optional<Running> running,
        Optional<Source.Last> last,
        int failures,
        Optional<JsonNode> following,
        Instant createdAt) {
    /** A load at work. */
    record Running(UUID load, String state, long read, long expected, long rejected, Optional<UUID> job) {}

    static SourceView of(Source source, Optional<LoadView> load, Optional<JsonNode> following) {
        Optional<Running> running = load.filter(view -> view.state().open())
                .map(view -> new Running(
                        view.id(), view.state().word(), view.read(), view.expected(), view.refused(), view.job()));
        return new SourceView(
                source.id(),
                source.name(),
                source.kind(),
                source.description(),
                source.organisation(),
                source.config(),
                source.secrets(),
                source.target(),
                source.schedule(),
                state(source, running),
                source.mark(),
                source.nextRun(),
                running,
                source.last(),
                source.failures(),
                following,
                source.createdAt());
    }

    private static String state(Source source, Optional<Running> running) {
        if (source.paused()) {
            return "paused";
        }
        if (running.isPresent()) {
            return "running";
        }
        return source.failures() > 0 ? "failing" : source.last().isPresent() ? "good" : "new";
    }
}
