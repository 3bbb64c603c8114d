package org.chengshu.cases.kinds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** To whom the rules send a case and why: the rule that decided, its candidates, and the rules that did not hold. */
public record DispatchDecision(
        Optional<String> department,
        Optional<String> rule,
        List<Text> why,
        List<Candidate> candidates,
        List<PassedOver> passedOver) {
    public DispatchDecision {
        why = List.copyOf(why);
        candidates = List.copyOf(candidates);
        passedOver = List.copyOf(passedOver);
    }

    /** A department that the rule could have chosen, as it stood then. */
    public record Candidate(String department, int openCases, Optional<Boolean> onDuty) {}

    /** A rule of the same kind that did not decide. */
    public record PassedOver(String rule, Text why) {}

    /** As a line of the timeline keeps it. */
    public Map<String, Object> values() {
        return Map.of(
                "rule",
                rule.orElse(""),
                "why",
                Map.of(
                        "zh", String.join("；", why.stream().map(Text::zh).toList()),
                        "en", String.join("; ", why.stream().map(Text::en).toList())));
    }
}
