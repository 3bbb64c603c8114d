package org.chengshu.data.tag;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.Dataset;
import org.chengshu.data.Datasets;
import org.chengshu.formula.FormulaFault;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Whether a tag can be worked out: its dataset, key, conditions and formula. */
@Component
class TagCheck {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    private final Datasets datasets;

    TagCheck(Datasets datasets) {
        this.datasets = datasets;
    }

    /** @param faults takes a JSON pointer and what is wrong there */
    void check(String id, JsonNode json, BiConsumer<String, Text> faults) {
        if (!ID.matcher(id).matches()) {
            faults.accept(
                    "/id",
                    Text.of(
                            "编号由小写字母、数字、点和横线组成，最长 64",
                            "an id is made of lower-case letters, digits, dots and dashes, at most 64"));
        }
        if (json.at("/title/zh").asString("").isBlank()
                || json.at("/title/en").asString("").isBlank()) {
            faults.accept("/title", Text.of("名称要有中文和英文", "a title has zh and en"));
        }
        String every = json.path("every").asString("refresh");
        if (Stream.of(Tag.Every.values())
                .noneMatch(known -> known.name().toLowerCase(Locale.ROOT).equals(every))) {
            faults.accept("/every", Text.of("refresh、hour 或 day", "refresh, hour or day"));
            return;
        }
        Optional<Dataset> dataset = datasets.find(json.path("dataset").asString(""));
        if (dataset.isEmpty()) {
            faults.accept("/dataset", Text.of("没有这个数据资源", "there is no such dataset"));
            return;
        }
        read(id, json, faults).ifPresent(tag -> check(tag, dataset.get(), faults));
    }

    private static Optional<Tag> read(String id, JsonNode json, BiConsumer<String, Text> faults) {
        try {
            return Optional.of(TagJson.read(id, json, Optional.empty(), 1));
        } catch (Fault e) {
            faults.accept("/where", Text.of("条件有误：" + e.getMessage(), e.getMessage()));
            return Optional.empty();
        }
    }

    private void check(Tag tag, Dataset dataset, BiConsumer<String, Text> faults) {
        if (dataset.find(tag.key()).isEmpty()) {
            String near = Nearest.of(
                            tag.key(),
                            dataset.fields().stream().map(field -> field.name()).toList())
                    .map(name -> ", did you mean " + name + "?")
                    .orElse("");
            faults.accept("/key", Text.of("数据资源没有数据项 " + tag.key(), "the dataset has no field " + tag.key() + near));
            return;
        }
        if (tag.where().isEmpty() && tag.formula().isEmpty()) {
            faults.accept("/where", Text.of("要有条件或公式", "a tag needs conditions or a formula"));
            return;
        }
        try {
            datasets.check(new TagRule(tag, dataset).query(), Viewer.system());
        } catch (FormulaFault e) {
            e.problems().forEach(problem -> faults.accept("/formula", problem.message()));
        } catch (Fault e) {
            faults.accept("/where", Text.of("条件有误：" + e.getMessage(), e.getMessage()));
        }
    }
}
