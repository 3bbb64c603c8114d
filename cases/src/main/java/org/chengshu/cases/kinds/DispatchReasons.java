package org.chengshu.cases.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.kinds.DispatchDecision.Candidate;
import org.chengshu.cases.kinds.DispatchDecision.PassedOver;
import org.chengshu.kernel.Text;

/** Puts the choice of the rules into words; pure. */
final class DispatchReasons {
    private DispatchReasons() {}

    static DispatchDecision decide(List<DispatchRule> rules, DispatchRule.Matter matter, DispatchRule.World world) {
        Optional<DispatchRule> chosen = DispatchRule.choose(rules, matter, world);
        Optional<String> department = chosen.flatMap(rule -> rule.department(world));
        return new DispatchDecision(
                department,
                chosen.map(DispatchRule::id),
                chosen.map(rule -> why(rule, department, world)).orElse(List.of()),
                chosen.filter(rule -> rule.candidates().size() > 1)
                        .map(rule -> candidates(rule, world))
                        .orElse(List.of()),
                passedOver(rules, chosen, matter, world));
    }

    private static List<Text> why(DispatchRule rule, Optional<String> department, DispatchRule.World world) {
        List<Text> words = new ArrayList<>();
        words.add(Text.of("规则 " + rule.id(), "rule " + rule.id()));
        words.add(rule.areaPath().isPresent() ? Text.of("按区域", "by area") : Text.of("全市", "anywhere"));
        rule.severityAtLeast().ifPresent(least -> words.add(Text.of("级别不低于 " + least, "severity at least " + least)));
        rule.hours()
                .ifPresent(hours -> words.add(
                        hours == DispatchRule.Hours.WORKING
                                ? Text.of("工作时间", "in working hours")
                                : Text.of("非工作时间", "outside working hours")));
        department.filter(_ -> rule.candidates().size() > 1).ifPresent(name -> {
            if (rule.byDuty() && world.onDuty(name)) {
                words.add(Text.of("正在值班", "on duty"));
            }
            words.add(Text.of("在办 " + world.openCases(name) + " 件", world.openCases(name) + " cases in hand"));
        });
        return words;
    }

    private static List<Candidate> candidates(DispatchRule rule, DispatchRule.World world) {
        return rule.candidates().stream()
                .map(name -> new Candidate(
                        name,
                        world.openCases(name),
                        rule.byDuty() ? Optional.of(world.onDuty(name)) : Optional.empty()))
                .toList();
    }

    private static List<PassedOver> passedOver(
            List<DispatchRule> rules,
            Optional<DispatchRule> chosen,
            DispatchRule.Matter matter,
            DispatchRule.World world) {
        return rules.stream()
                .filter(rule -> !Optional.of(rule).equals(chosen))
                .map(rule -> new PassedOver(
                        rule.id(),
                        rule.objection(matter, world)
                                .map(DispatchObjection::words)
                                .orElse(Text.of("另一条规则更具体", "another rule is closer"))))
                .toList();
    }
}
