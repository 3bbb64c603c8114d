package org.chengshu.data.library.build;

import java.util.Locale;
import java.util.Optional;
import org.chengshu.data.Datasets;
import org.chengshu.data.QualityScores;
import org.chengshu.data.library.definition.KnownSource;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets only those sources into a library that are there, promoted, and as good as somebody said they must be. */
@Component("librarySourceGate")
class SourceGate {
    private final Datasets datasets;
    private final StoredDatasets stored;
    private final ObjectProvider<QualityScores> scores;

    SourceGate(Datasets datasets, StoredDatasets stored, ObjectProvider<QualityScores> scores) {
        this.datasets = datasets;
        this.stored = stored;
        this.scores = scores;
    }

    /** Why the source is left as it was; empty when it may be read. */
    Optional<Text> obstacle(KnownSource source) {
        String id = source.source().dataset();
        if (datasets.find(id).isEmpty()) {
            return Optional.of(Text.of("没有数据资源 " + id, "there is no dataset " + id));
        }
        Optional<StoredDataset> kept = stored.find(id);
        if (kept.isPresent() && kept.get().revision().isEmpty()) {
            return Optional.of(Text.of(id + " 还没有生效的装载", id + " has no promoted load yet"));
        }
        return scores.stream()
                .flatMap(book -> book.latest(id).stream())
                .filter(score -> !score.reached())
                .findFirst()
                .map(score -> belowMinimum(id, score));
    }

    private static Text belowMinimum(String id, QualityScores.QualityScore score) {
        String reached = String.format(Locale.ROOT, "%.1f", score.score());
        String needed = score.minimum().map(String::valueOf).orElse("");
        return Text.of(
                id + " 的质量得分 " + reached + " 低于要求的 " + needed,
                "the quality score of " + id + " is " + reached + ", below " + needed);
    }

    /** The revision to be read; 0 for datasets that modules publish, which have none. */
    int revision(KnownSource source) {
        return stored.find(source.source().dataset())
                .flatMap(StoredDataset::revision)
                .orElse(0);
    }
}
