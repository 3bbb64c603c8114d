package org.chengshu.data.theme.run;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.data.QualityScores;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.stored.Layer;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Between layers: an input must have been promoted (which reconciliation and checks allow or not) and reach its minimum score,
 * and one that is a theme must itself be fresh.
 */
@Component
class Gate {
    private final FactRegistry registry;
    private final StoredDatasets stored;
    private final ObjectProvider<QualityScores> scores;
    private final ThemeStore themes;

    Gate(FactRegistry registry, StoredDatasets stored, ObjectProvider<QualityScores> scores, ThemeStore themes) {
        this.registry = registry;
        this.stored = stored;
        this.scores = scores;
        this.themes = themes;
    }

    /** Why it is closed; empty when it is open. */
    Optional<Text> closed(Collection<String> inputs) {
        return inputs.stream().sorted().flatMap(input -> closed(input).stream()).findFirst();
    }

    private Optional<Text> closed(String input) {
        if (registry.find(input).isEmpty()) {
            return Optional.of(Text.of("来源 " + input + " 已不存在", "the input " + input + " is gone"));
        }
        if (Layer.ofId(input).isPresent()
                && stored.find(input).flatMap(StoredDataset::revision).isEmpty()) {
            return Optional.of(
                    Text.of("来源 " + input + " 还没有发布过数据", "nothing of the input " + input + " has been promoted yet"));
        }
        return theme(input).or(() -> score(input));
    }

    private Optional<Text> theme(String input) {
        return themes.find(input)
                .filter(held -> held.state() == ThemeState.STALE || held.state() == ThemeState.FAILED)
                .map(held -> Text.of(
                        "来源 " + input + " 自身已过期：" + held.reason().map(Text::zh).orElse(""),
                        "the input " + input + " is itself stale: "
                                + held.reason().map(Text::en).orElse("")));
    }

    private Optional<Text> score(String input) {
        return scores.stream()
                .flatMap(known -> known.latest(input).stream())
                .filter(score -> !score.reached())
                .findFirst()
                .map(score -> Text.of(
                        "来源 " + input + " 质量得分 " + number(score.score()) + "，低于下限 "
                                + number(score.minimum().orElse(0.0)),
                        "the input " + input + " scores " + number(score.score()) + ", below its minimum of "
                                + number(score.minimum().orElse(0.0))));
    }

    private static String number(double score) {
        return String.format(Locale.ROOT, "%.1f", score);
    }
}
