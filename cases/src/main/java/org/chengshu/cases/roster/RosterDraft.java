package org.chengshu.cases.roster;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.kernel.Fault;

/** A roster as somebody sends it: a week of days such as {@code monday}, each with its shifts. */
record RosterDraft(
        Optional<String> organisation,
        Optional<String> area,
        Optional<String> post,
        Optional<String> role,
        Map<String, List<ShiftDraft>> week) {
    private static final int MOST_SHIFTS = 12;
    private static final int MOST_PEOPLE = 50;

    /** Times such as 08:00 and names of accounts. */
    record ShiftDraft(Optional<String> from, Optional<String> to, Optional<List<String>> people) {}

    RosterDraft {
        week = week == null ? Map.of() : Map.copyOf(week);
    }

    String name() {
        return post.map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= 100)
                .orElseThrow(() -> wrong("post is missing or longer than 100 characters"));
    }

    Map<DayOfWeek, List<DutyShift>> days() {
        Map<DayOfWeek, List<DutyShift>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((name, shifts) -> days.put(day(name), shifts(name, shifts)));
        if (days.values().stream().allMatch(List::isEmpty)) {
            throw wrong("week has no shift");
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        try {
            return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Fault(CaseError.ROSTER_WRONG, "week has no day " + name, e);
        }
    }

    private static List<DutyShift> shifts(String day, List<ShiftDraft> drafts) {
        if (drafts.size() > MOST_SHIFTS) {
            throw wrong("week." + day + " has more than " + MOST_SHIFTS + " shifts");
        }
        List<DutyShift> shifts = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            String at = "week." + day + "[" + i + "]";
            ShiftDraft draft = drafts.get(i);
            List<String> people = draft.people().orElse(List.of());
            if (people.isEmpty() || people.size() > MOST_PEOPLE) {
                throw wrong(at + ".people are 1 to " + MOST_PEOPLE);
            }
            shifts.add(new DutyShift(time(draft.from(), at + ".from"), time(draft.to(), at + ".to"), people));
        }
        if (shifts.stream().map(DutyShift::from).distinct().count() < shifts.size()) {
            throw wrong("week." + day + " has two shifts that begin together");
        }
        return shifts;
    }

    static LocalTime time(Optional<String> words, String at) {
        try {
            return LocalTime.parse(words.orElse(""));
        } catch (DateTimeException e) {
            throw new Fault(CaseError.ROSTER_WRONG, at + " is a time such as 08:00", e);
        }
    }

    private static Fault wrong(String words) {
        return new Fault(CaseError.ROSTER_WRONG, words);
    }
}
