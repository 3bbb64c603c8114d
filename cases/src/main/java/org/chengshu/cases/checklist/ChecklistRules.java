package org.chengshu.cases.checklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.form.ChecklistItem;
import org.chengshu.cases.handling.CaseFile;

/**
 * What is ticked, from the kind's lists and the marks in the order in which they were made: the last mark of a thing holds. In
 * the stage that the case is in only those count that were made since it came there, so work that is done again is looked
 * after again. Pure.
 */
final class ChecklistRules {
    private ChecklistRules() {}

    static List<ChecklistPage.Section> sections(
            CaseFile file, Map<String, List<ChecklistItem>> lists, List<ChecklistMark> marks) {
        Map<String, ChecklistMark> last = new HashMap<>();
        marks.forEach(mark -> last.put(key(mark.stage(), mark.item()), mark));
        List<ChecklistPage.Section> sections = new ArrayList<>();
        lists.forEach((stage, items) -> {
            boolean current = file.stage().name().equals(stage);
            sections.add(new ChecklistPage.Section(
                    stage,
                    current,
                    items.stream()
                            .map(item ->
                                    line(file, current, item, Optional.ofNullable(last.get(key(stage, item.id())))))
                            .toList()));
        });
        return sections;
    }

    private static ChecklistPage.Line line(
            CaseFile file, boolean current, ChecklistItem item, Optional<ChecklistMark> mark) {
        Optional<ChecklistMark> told = mark.filter(ChecklistMark::done);
        boolean before = current
                && told.filter(one -> one.at().isBefore(file.stageSince())).isPresent();
        return new ChecklistPage.Line(
                item.id(),
                item.words(),
                item.required(),
                told.isPresent() && !before,
                before,
                told.map(ChecklistMark::at),
                told.map(ChecklistMark::person),
                told.flatMap(ChecklistMark::note));
    }

    /** The required things of the stage that the case is in which nobody has ticked. */
    static List<ChecklistPage.Line> open(List<ChecklistPage.Section> sections) {
        return sections.stream()
                .filter(ChecklistPage.Section::current)
                .flatMap(section -> section.items().stream())
                .filter(line -> line.required() && !line.done())
                .toList();
    }

    private static String key(String stage, String item) {
        return stage + "/" + item;
    }
}
