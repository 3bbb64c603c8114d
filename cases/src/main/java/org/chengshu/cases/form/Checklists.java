package org.chengshu.cases.form;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.flow.CityCase;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What kinds of cases want looked after, stage by stage, as packs wrote it. */
@Component
public final class Checklists {
    private static final String NAME = "checklists";

    private final DSLContext db;
    private final JsonMapper json;

    Checklists(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The lists of a kind by the names of their stages, in the order of the stages; most kinds have none. */
    public Map<String, List<ChecklistItem>> of(String kind) {
        return db
                .fetch(
                        "select spec -> 'checklists' from cs_cases.case_kind where id = ? and spec -> 'checklists' is not null",
                        kind)
                .stream()
                .findFirst()
                .map(row -> read(json.readTree(row.get(0, JSONB.class).data())))
                .orElseGet(Map::of);
    }

    private static Map<String, List<ChecklistItem>> read(JsonNode lists) {
        Map<String, List<ChecklistItem>> all = new LinkedHashMap<>();
        for (Stage stage : CityCase.PLAN.stages()) {
            if (lists.has(stage.name())) {
                all.put(
                        stage.name(),
                        lists.path(stage.name())
                                .valueStream()
                                .map(Checklists::item)
                                .toList());
            }
        }
        return all;
    }

    private static ChecklistItem item(JsonNode item) {
        return new ChecklistItem(
                item.path("id").asString(),
                Text.of(item.at("/words/zh").asString(), item.at("/words/en").asString()),
                item.path("required").asBoolean(false));
    }

    /** Adds what is wrong with the lists of a kind that has these stages and leaves those to the platform. */
    public static void check(PackItem kind, List<Stage> stages, Set<Stage> automatic, PackFaults faults) {
        kind.json().path(NAME).properties().forEach(entry -> {
            String at = "/" + NAME + "/" + entry.getKey();
            Stage stage = new Stage(entry.getKey());
            if (!stages.contains(stage)) {
                faults.add(kind.place(at), Text.of("该类型没有阶段 " + stage, "the kind has no stage " + stage));
            } else if (automatic.contains(stage)) {
                faults.add(
                        kind.place(at),
                        Text.of(
                                "阶段 " + stage + " 由平台自动办理，没有人打勾",
                                "the platform passes the stage " + stage + " by itself; nobody ticks"));
            }
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < entry.getValue().size(); i++) {
                String id = entry.getValue().get(i).path("id").asString();
                if (!ids.add(id)) {
                    faults.add(
                            kind.place(at + "/" + i + "/id"),
                            Text.of("编号 " + id + " 重复", "the id " + id + " stands twice"));
                }
            }
        });
    }
}
