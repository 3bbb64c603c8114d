package org.chengshu.data.quality;

import java.util.Optional;
import org.chengshu.data.rule.QualityRule;

/** What a run found of one rule; unfit when it could not be asked, and why. */
public record RuleResult(QualityRule rule, long checked, long failing, Optional<String> unfit) {
    static RuleResult counted(QualityRule rule, long checked, long failing) {
        return new RuleResult(rule, checked, failing, Optional.empty());
    }

    static RuleResult unfit(QualityRule rule, String why) {
        return new RuleResult(rule, 0, 0, Optional.of(why));
    }

    boolean isOver() {
        return unfit.isEmpty() && rule.isOver(failing, checked);
    }

    /** The share that passed, 1 when there was nothing to check. */
    double passed() {
        return checked == 0 ? 1 : Math.clamp(1 - (double) failing / checked, 0, 1);
    }
}
