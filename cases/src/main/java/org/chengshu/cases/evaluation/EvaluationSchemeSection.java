package org.chengshu.cases.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chengshu.cases.kinds.Schemas;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class EvaluationSchemeSection implements PackSection {
    private static final int ORDER = 505;
    private static final List<String> GRADES = List.of("A", "B", "C", "D");

    private final EvaluationSchemes schemes;
    private final JsonNode schema;

    EvaluationSchemeSection(EvaluationSchemes schemes, JsonMapper json) {
        this.schemes = schemes;
        this.schema = Schemas.read(EvaluationSchemeSection.class, "evaluation-scheme.schema.json", json);
    }

    @Override
    public String name() {
        return "evaluation-schemes";
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            checkMeasures(item, faults);
            checkGrades(item, faults);
        }
    }

    private static void checkMeasures(PackItem item, PackFaults faults) {
        Set<String> seen = new HashSet<>();
        int i = 0;
        for (JsonNode part : item.json().path("measures")) {
            String place = "/measures/" + i++;
            if (part.path("full").asDouble() == part.path("none").asDouble()) {
                faults.add(item.place(place), Text.of("满分值与零分值不能相同", "full and none must be two different values"));
            }
            if (!seen.add(part.path("measure").asString())) {
                faults.add(item.place(place), Text.of("指标重复", "the measure is there twice"));
            }
        }
    }

    private static void checkGrades(PackItem item, PackFaults faults) {
        JsonNode grades = item.json().path("grades");
        for (int i = 1; i < GRADES.size(); i++) {
            if (grades.path(GRADES.get(i)).asDouble()
                    >= grades.path(GRADES.get(i - 1)).asDouble()) {
                faults.add(
                        item.place("/grades/" + GRADES.get(i)),
                        Text.of(
                                GRADES.get(i) + " 须低于 " + GRADES.get(i - 1),
                                GRADES.get(i) + " must be lower than " + GRADES.get(i - 1)));
            }
        }
    }

    @Override
    public List<Text> effects(ItemChange change) {
        return List.of(Text.of(
                "已算出的评价保留当时的方案，重新计算才按新方案",
                "evaluations keep the scheme they were computed by; a new one takes the new"));
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> schemes.put(packId, item.id(), item.json().toString()));
        schemes.retireOthers(packId, items.stream().map(PackItem::id).toList());
    }

    @Override
    public int order() {
        return ORDER;
    }
}
