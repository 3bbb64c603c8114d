package org.chengshu.data.proposal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A rule that a profile suggested, with the reason and what it would raise now; a person accepts or dismisses it.
 *
 * @param state open, accepted or dismissed
 */
record Proposal(
        UUID id,
        String dataset,
        JsonNode rule,
        Text reason,
        long wouldRaise,
        long checked,
        String state,
        Instant proposedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {}
