package org.chengshu.data.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules of packs; an item holds those of one dataset. */
@Component
final class QualitySection implements PackSection {
    private static final int ORDER = 95;

    private final QualityRules rules;
    private final QualityCompiler compiler;
    private final FactRegistry registry;
    private final JsonNode schema;

    QualitySection(QualityRules rules, QualityCompiler compiler, FactRegistry registry, JsonMapper json) {
        this.rules = rules;
        this.compiler = compiler;
        this.registry = registry;
        this.schema = schema(json);
    }

    private static JsonNode schema(JsonMapper json) {
        try (InputStream stream = QualitySection.class.getResourceAsStream("quality.schema.json")) {
            return json.readTree(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        Set<String> datasets = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        for (PackItem item : items) {
            String dataset = item.json().path("dataset").asString("");
            if (!datasets.add(dataset)) {
                faults.add(
                        item.place("/dataset"),
                        Text.of("数据资源 " + dataset + " 出现两次", "dataset " + dataset + " is there twice"));
            }
            checkRules(contents, item, dataset, ids, faults);
        }
    }

    private void checkRules(PackContents contents, PackItem item, String dataset, Set<String> ids, PackFaults faults) {
        List<PlacedFault> placed = new ArrayList<>();
        List<QualityRule> read = read(contents.packId(), item, placed);
        placed.forEach(fault -> faults.add(item.place(fault.place()), fault.detail()));
        Optional<Published> relation = registry.find(dataset);
        Optional<JsonNode> declared = contents.find("datasets", dataset);
        boolean comes = declared.isPresent();
        if (relation.isEmpty() && !comes) {
            faults.add(item.place("/dataset"), Text.of("没有数据资源 " + dataset, "there is no dataset " + dataset));
        }
        for (int i = 0; i < read.size(); i++) {
            QualityRule rule = read.get(i);
            String place = item.place("/rules/" + i);
            if (!ids.add(rule.id())
                    || rules.find(rule.id())
                            .filter(other -> isOfOthers(other, contents))
                            .isPresent()) {
                faults.add(place, Text.of("规则编号 " + rule.id() + " 已被使用", "the rule id " + rule.id() + " is taken"));
            }
            declared.ifPresentOrElse(
                    definition -> checkFields(rule, definition, place, faults),
                    () -> relation.ifPresent(published -> checkFit(rule, published, place, faults)));
        }
    }

    private static boolean isOfOthers(QualityRule rule, PackContents contents) {
        return rule.pack().filter(contents.packId()::equals).isEmpty();
    }

    // The dataset comes with the pack, or a pack has the say over what it is: there may be no view to compile against
    // yet.
    private static void checkFields(QualityRule rule, JsonNode definition, String place, PackFaults faults) {
        Set<String> fields = new TreeSet<>(Set.of("loaded_at"));
        definition.path("fields").forEach(field -> fields.add(field.path("name").asString("")));
        rule.check().fields().stream()
                .filter(field -> !fields.contains(field))
                .forEach(field -> faults.add(
                        place,
                        Text.of(
                                "规则 " + rule.id() + "：" + rule.dataset() + " 没有数据项 " + field,
                                "rule " + rule.id() + ": " + rule.dataset() + " has no field " + field)));
    }

    private void checkFit(QualityRule rule, Published relation, String place, PackFaults faults) {
        try {
            compiler.check(rule, relation);
        } catch (Fault e) {
            String words = String.valueOf(e.getMessage());
            faults.add(
                    place,
                    Text.of(
                            "规则 " + rule.id() + "：" + e.code().title().zh() + "：" + words,
                            "rule " + rule.id() + ": " + words));
        }
    }

    private static List<QualityRule> read(String pack, PackItem item, List<PlacedFault> faults) {
        List<QualityRule> read = new ArrayList<>();
        String dataset = item.json().path("dataset").asString("");
        int place = 0;
        for (JsonNode rule : item.json().path("rules")) {
            List<PlacedFault> own = new ArrayList<>();
            RuleJson.read(rule, dataset, Optional.of(pack), 1, "/rules/" + place++, own)
                    .ifPresent(read::add);
            faults.addAll(own);
        }
        return read;
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        List<String> kept = new ArrayList<>();
        List<String> datasets = new ArrayList<>();
        for (PackItem item : items) {
            for (QualityRule rule : read(packId, item, new ArrayList<>())) {
                rules.put(rule);
                kept.add(rule.id());
            }
            QualitySet set = set(packId, item.json());
            datasets.add(set.dataset());
            if (!isSame(rules.set(set.dataset()), set)) {
                rules.put(set);
            }
        }
        rules.others(packId, kept).forEach(rules::retire);
        rules.removeOtherSets(packId, datasets);
    }

    private static boolean isSame(QualitySet there, QualitySet set) {
        return there.owner().equals(set.owner())
                && there.minimumScore().equals(set.minimumScore())
                && there.pack().equals(set.pack());
    }

    private static QualitySet set(String pack, JsonNode json) {
        Optional<Double> minimum = json.path("minimumScore").isNumber()
                ? Optional.of(json.path("minimumScore").asDouble())
                : Optional.empty();
        return new QualitySet(
                json.path("dataset").asString(),
                Optional.ofNullable(json.path("owner").asString(null)),
                minimum,
                Optional.of(pack),
                1);
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Text> effects(ItemChange change) {
        return List.of(Text.of(
                "从下一次检查起生效；撤下的规则，其未结质量问题随之结束",
                "it holds from the next run on; open findings of rules that go are settled with them"));
    }
}
