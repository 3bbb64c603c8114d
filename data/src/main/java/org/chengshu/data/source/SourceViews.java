package org.chengshu.data.source;

import java.util.List;
import org.chengshu.data.feed.SourceFollowing;
import org.springframework.stereotype.Component;

/** Sources with what they are doing. */
@Component
final class SourceViews {
    private final SourceRuns runs;
    private final List<SourceFollowing> followings;

    SourceViews(SourceRuns runs, List<SourceFollowing> followings) {
        this.runs = runs;
        this.followings = followings;
    }

    SourceView view(Source source) {
        return SourceView.of(
                source,
                runs.running(source),
                followings.stream()
                        .filter(following -> following.kind().equals(source.kind()))
                        .findFirst()
                        .flatMap(following -> following.look(source.id())));
    }
}
