package org.chengshu.sense.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengshu.core.packs.CheckReport;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.rulebook.RuleBook;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds the rule that is to be tried, and checks one that was written just now as if it came in a pack. */
@Component
final class TrialRules {
    private static final String PACK = """
            id: rule-on-trial
            version: 1.0.0
            title: {zh: 试算, en: Trial}
            description: {zh: 一条试算的规则, en: One rule on trial}
            """;
    private static final String DRAFT = "rule-on-trial";

    private final Packs packs;
    private final RuleBook rules;
    private final JsonMapper json;

    TrialRules(Packs packs, RuleBook rules, JsonMapper json) {
        this.packs = packs;
        this.rules = rules;
        this.json = json;
    }

    JsonNode find(JsonNode rule) {
        JsonNode found = rule.isString()
                ? rules.words(rule.stringValue())
                        .orElseThrow(
                                () -> new Fault(SenseError.RULE_NOT_FOUND, "there is no rule " + rule.stringValue()))
                : checked(rule);
        if (found.has("absent") || !found.path("scope").asString("device").equals("device")) {
            throw new Fault(
                    SenseError.TRIAL_FAULTY, "only rules that judge the observations of single devices can be tried");
        }
        return found;
    }

    /** Under an id of its own, so that a rule that is being reworded does not meet itself. */
    private JsonNode checked(JsonNode rule) {
        if (!(rule instanceof ObjectNode words)) {
            throw new Fault(SenseError.TRIAL_FAULTY, "a rule is an id, or an object as in a pack");
        }
        ObjectNode draft = words.deepCopy().put("id", DRAFT);
        if (!draft.has("title")) {
            draft.putObject("title").put("zh", "试算").put("en", "Trial");
        }
        ObjectNode section = json.createObjectNode();
        section.putArray("rules").add(draft);
        CheckReport report =
                packs.check(new PackFiles(Map.of("pack.yaml", PACK, "rule.yaml", json.writeValueAsString(section))));
        if (!report.passed()) {
            List<String> faults = new ArrayList<>();
            report.faults().forEach(fault -> faults.add(fault.message().en()));
            throw new Fault(SenseError.TRIAL_FAULTY, String.join("; ", faults));
        }
        return draft;
    }
}
