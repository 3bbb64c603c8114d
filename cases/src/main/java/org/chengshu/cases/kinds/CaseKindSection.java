package org.chengshu.cases.kinds;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.chengshu.cases.form.CaseForm;
import org.chengshu.cases.form.Checklists;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.flow.Stage;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class CaseKindSection implements PackSection {
    static final String NAME = "case-kinds";
    static final int ORDER = 500;
    private static final String CALENDARS = "work-calendars";
    private static final List<String> DURATIONS = List.of("/verification/verifyFor", "/reopenWithin");

    private final CaseKinds kinds;
    private final JsonNode schema;

    CaseKindSection(CaseKinds kinds, JsonMapper json) {
        this.kinds = kinds;
        this.schema = Schemas.read(Schemas.class, "case-kind.schema.json", json);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        References references = new References(contents, faults);
        for (PackItem item : items) {
            DURATIONS.forEach(pointer -> checkDuration(item, pointer, faults));
            ClockPlanJson.pointers(item.json()).forEach(pointer -> checkTime(item, pointer, faults));
            checkShares(item, faults);
            references.require(item, "/clock/calendar", CALENDARS, "工作日历", "work calendar");
            CheckPlanJson.check(item, faults);
            checkStages(item, faults);
            checkForm(item, faults);
            CaseKind kind = CaseKindJson.read(item.json());
            Checklists.check(item, kind.stages(), kind.automatic(), faults);
        }
    }

    @Override
    public List<Text> effects(ItemChange change) {
        List<Text> effects = new ArrayList<>();
        if (change.changes("/deadlines") || change.changes("/clock")) {
            effects.add(Text.of(
                    "对此后进入的阶段有效，已在计时的时限不变",
                    "it holds for stages entered from now on; deadlines that run stay as they are"));
        }
        if (change.changes("/checklists")) {
            effects.add(Text.of("未结案件也按此清单", "open cases have these lists too"));
        }
        if (change.replaces("/verification/verifyFor")) {
            effects.add(Text.of("未结案件也按此核查", "open cases are verified by it too"));
        }
        return effects;
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item ->
                kinds.put(packId, item.id(), CaseForm.ordered(item.json()).toString()));
        kinds.retireOthers(packId, items.stream().map(PackItem::id).toList());
    }

    @Override
    public int order() {
        return ORDER;
    }

    private static void checkDuration(PackItem item, String pointer, PackFaults faults) {
        JsonNode text = item.json().at(pointer);
        if (text.isString() && !isPositiveDuration(text.asString())) {
            faults.add(
                    item.place(pointer),
                    Text.of(
                            text.asString() + " 不是大于零的 ISO 8601 时长，如 PT30M",
                            text.asString() + " is not an ISO 8601 duration above zero, such as PT30M"));
        }
    }

    private static void checkTime(PackItem item, String pointer, PackFaults faults) {
        String text = item.json().at(pointer).asString("");
        if (TimeLimit.read(text, false).isEmpty()) {
            faults.add(
                    item.place(pointer),
                    Text.of(
                            text + " 不是大于零、不超过十年的时长，如 PT30M、P2D",
                            text + " is not a time of days, hours, minutes and seconds, such as PT30M or P2D"));
        }
    }

    private static void checkShares(PackItem item, PackFaults faults) {
        ClockPlan plan = ClockPlanJson.read(item.json());
        if (plan.yellowPercent() >= plan.redPercent()) {
            faults.add(
                    item.place("/clock"),
                    Text.of("黄灯比例须小于红灯比例", "yellow must come at a smaller share of the time than red"));
        }
    }

    private static void checkStages(PackItem item, PackFaults faults) {
        if (item.json().path("stages").isMissingNode()) {
            return;
        }
        List<String> named =
                item.json().path("stages").valueStream().map(JsonNode::asString).toList();
        for (Stage stage : CaseKindJson.ALWAYS) {
            if (!named.contains(stage.name())) {
                faults.add(
                        item.place("/stages"), Text.of("缺少阶段 " + stage, "the stage " + stage + " cannot be left out"));
            }
        }
    }

    private static void checkForm(PackItem item, PackFaults faults) {
        JsonNode fields = item.json().at("/form/properties");
        item.json().at("/form/required").forEach(name -> {
            if (!fields.has(name.asString())) {
                faults.add(
                        item.place("/form/required"),
                        Text.of("表单没有字段 " + name.asString(), "the form has no field " + name.asString()));
            }
        });
    }

    private static boolean isPositiveDuration(String text) {
        try {
            return Duration.parse(text).isPositive();
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
