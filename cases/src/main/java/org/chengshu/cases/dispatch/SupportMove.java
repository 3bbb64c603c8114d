package org.chengshu.cases.dispatch;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chengshu.cases.handling.CaseAction;

/** What becomes of a supporting department's task; pure. */
enum SupportMove {
    TAKE(Set.of("waiting", "returned"), "taken", CaseAction.SUPPORT_TAKEN),
    DONE(Set.of("waiting", "taken"), "done", CaseAction.SUPPORT_DONE),
    RETURN(Set.of("waiting", "taken"), "returned", CaseAction.SUPPORT_RETURNED),
    RELEASE(Set.of("waiting", "taken", "returned"), "released", CaseAction.SUPPORT_RELEASED);

    /** The states in which the lead waits for a task. */
    static final Set<String> OPEN = Set.of("waiting", "taken");

    private final Set<String> from;
    private final String to;
    private final CaseAction action;

    SupportMove(Set<String> from, String to, CaseAction action) {
        this.from = from;
        this.to = to;
        this.action = action;
    }

    static Optional<SupportMove> ofWord(String word) {
        try {
            return Optional.of(valueOf(word.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean possibleIn(String state) {
        return from.contains(state);
    }

    boolean needsReason() {
        return this == RETURN || this == RELEASE;
    }

    String to() {
        return to;
    }

    CaseAction action() {
        return action;
    }
}
