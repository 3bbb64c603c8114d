package org.chengshu.data.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.Unrepeatable;
import org.chengshu.core.settings.Secret;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedOpener;
import org.chengshu.data.feed.OpenSource;
import org.chengshu.data.feed.SourceKind;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a source to see whether it answers, saved or not. */
@RestController
@RequestMapping("/api/data/v1/sources")
final class SourceTrialController {
    private static final int MOST_ROWS = 200;

    private final SourceDesk desk;
    private final SourceStore store;
    private final SourceReader reader;
    private final SourceKinds kinds;
    private final JsonMapper json;

    SourceTrialController(SourceDesk desk, SourceStore store, SourceReader reader, SourceKinds kinds, JsonMapper json) {
        this.desk = desk;
        this.store = store;
        this.reader = reader;
        this.kinds = kinds;
        this.json = json;
    }

    record Trial(Text found, long millis) {}

    /** Of a source as it is filled in; {@code id} names the saved one whose secrets may be used. */
    @Unrepeatable
    @PostMapping("/test")
    @Access(value = SourceRights.DEFINE, audit = "data-source.tested")
    Trial test(@RequestBody JsonNode body, @RequestParam Optional<UUID> id) {
        SourceDraft draft = reader.read(body);
        Map<String, String> secrets =
                id.map(known -> desk.kept(desk.get(known), draft)).orElseGet(() -> new TreeMap<>(draft.secrets()));
        OpenSource open = new OpenSource(id.orElse(new UUID(0, 0)), draft.name(), draft.config(), secret(secrets));
        return trial(kind(draft.kind()), open);
    }

    @Unrepeatable
    @PostMapping("/{id}/test")
    @Access(value = SourceRights.DEFINE, audit = "data-source.tested")
    Trial test(@PathVariable("id") UUID id) {
        return trial(kind(desk.get(id).kind()), store.get(id));
    }

    @GetMapping("/{id}/preview")
    @Access(value = SourceRights.DEFINE, audit = "data-source.previewed")
    SourcePreview preview(@PathVariable("id") UUID id, @RequestParam(defaultValue = "20") int limit) {
        Source source = desk.get(id);
        FeedOpener opener = kinds.opener(source.kind())
                .orElseThrow(() -> new Fault(DataError.SOURCE_FAULTY, "a " + source.kind() + " source shows no rows"));
        JsonNode spec = json.createObjectNode().put("source", id.toString());
        try (Feed feed = opener.open(spec, Optional.empty())) {
            return SourcePreview.of(feed, Math.clamp(limit, 1, MOST_ROWS));
        }
    }

    private SourceKind kind(String word) {
        return kinds.find(word).orElseThrow();
    }

    private static Trial trial(SourceKind kind, OpenSource source) {
        long began = System.nanoTime();
        Text found = kind.test(source);
        return new Trial(found, (System.nanoTime() - began) / 1_000_000);
    }

    private static Map<String, Secret> secret(Map<String, String> secrets) {
        return secrets.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Secret.of(entry.getValue())));
    }
}
