package org.chengshu.cases.checklist;

import java.time.Instant;
import java.util.Optional;

/** That somebody ticked a thing of a stage's list, or took the tick back. */
record ChecklistMark(String stage, String item, boolean done, Instant at, String person, Optional<String> note) {}
