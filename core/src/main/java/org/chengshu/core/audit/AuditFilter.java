package org.chengshu.core.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries to list: all given parts must hold.
 *
 * @param event one ending in a dot means all events that start so
 * @param who the name at that time
 * @param kind what kind of thing was dealt with: the event's first word, or the name of a detail; needs {@code thing}
 * @param thing the id of what was dealt with, wherever it stands in the details
 * @param text part of who, event or a detail, letters of either case; reads every row that the other parts leave
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(
        Optional<String> event,
        Optional<String> who,
        Optional<UUID> account,
        Optional<AuditOutcome> outcome,
        Optional<String> kind,
        Optional<String> thing,
        Optional<String> text,
        Optional<Instant> from,
        Optional<Instant> to) {
    private static final int SHORTEST_TEXT = 2;
    private static final int LONGEST_TEXT = 100;

    public AuditFilter {
        if (kind.isPresent() && thing.isEmpty()) {
            throw new IllegalArgumentException("kind needs id: which of them");
        }
        if (text.filter(word -> word.length() < SHORTEST_TEXT || word.length() > LONGEST_TEXT)
                .isPresent()) {
            throw new IllegalArgumentException("text has 2 to 100 characters");
        }
    }

    public static AuditFilter all() {
        return new AuditFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static AuditFilter by(String who) {
        AuditFilter all = all();
        return new AuditFilter(
                all.event, Optional.of(who), all.account, all.outcome, all.kind, all.thing, all.text, all.from, all.to);
    }
}
