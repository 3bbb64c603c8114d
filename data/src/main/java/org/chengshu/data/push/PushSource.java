package org.chengshu.data.push;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.ConfigChecks;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedOpener;
import org.chengshu.data.feed.OpenSource;
import org.chengshu.data.feed.SourceKind;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sources that send their rows to us when they like. */
@Component
final class PushSource implements SourceKind, FeedOpener {
    static final String KIND = "push";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> secrets() {
        return Set.of();
    }

    @Override
    public List<PlacedFault> check(JsonNode config) {
        ConfigChecks checks = new ConfigChecks(config);
        checks.oneOf("format", Set.of("json", "jsonl", "csv"));
        return checks.faults();
    }

    @Override
    public Text test(OpenSource source) {
        return Text.of(
                "等待对方推送：POST /api/data/v1/sources/" + source.id() + "/rows",
                "waits for rows at POST /api/data/v1/sources/" + source.id() + "/rows");
    }

    @Override
    public Feed open(JsonNode spec, Optional<JsonNode> from) {
        throw new Fault(DataError.FEED_FAULTY, "rows of this source are pushed; they cannot be fetched");
    }
}
