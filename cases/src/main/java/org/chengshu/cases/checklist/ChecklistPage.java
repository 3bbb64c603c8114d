package org.chengshu.cases.checklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * A case's lists, stage by stage. {@code open} counts the required things of the stage that it is in; {@code mayTick} says
 * whether the viewer may tick those now.
 */
record ChecklistPage(int open, boolean mayTick, List<Section> stages) {
    ChecklistPage {
        stages = List.copyOf(stages);
    }

    record Section(String stage, boolean current, List<Line> items) {
        Section {
            items = List.copyOf(items);
        }
    }

    /** Who ticked it last and when; {@code before} when that was before the case came into the stage again. */
    record Line(
            String id,
            Text words,
            boolean required,
            boolean done,
            boolean before,
            Optional<Instant> at,
            Optional<String> by,
            Optional<String> note) {}
}
