package org.chengshu.alarm.storm;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengshu.alarm.Subject;

/**
 * Which alarm stands for a storm: when half of the members hang on one parent, the earliest of those, and the parent is
 * shown as the cause; else, when half are of one rule among several, the earliest of that rule; else the earliest. Pure.
 */
record StormRoot(StormMember alarm, Subject cause, Why why) {
    private static final Comparator<StormMember> EARLIEST =
            Comparator.comparing(StormMember::raisedAt).thenComparing(StormMember::id);

    enum Why {
        PARENT,
        COMMONEST,
        EARLIEST;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** There is at least one member. */
    static StormRoot of(List<StormMember> members) {
        Optional<Subject> parent = half(members, StormMember::parent);
        if (parent.isPresent()) {
            StormMember first = earliest(members, member -> member.parent().equals(parent));
            return new StormRoot(first, parent.get(), Why.PARENT);
        }
        Optional<String> rule = half(members, member -> Optional.of(member.rule()));
        boolean several = members.stream().map(StormMember::rule).distinct().count() > 1;
        if (several && rule.isPresent()) {
            StormMember first = earliest(members, member -> member.rule().equals(rule.get()));
            return new StormRoot(first, first.subject(), Why.COMMONEST);
        }
        StormMember first = earliest(members, member -> true);
        return new StormRoot(first, first.subject(), Why.EARLIEST);
    }

    private static StormMember earliest(List<StormMember> members, java.util.function.Predicate<StormMember> of) {
        return members.stream().filter(of).min(EARLIEST).orElseThrow();
    }

    private static <T> Optional<T> half(List<StormMember> members, Function<StormMember, Optional<T>> by) {
        Map<T, Long> counts = members.stream()
                .map(by)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 >= members.size())
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }
}
