package org.chengshu.core.audit.internal.door;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.audit.AuditEntry;
import org.chengshu.core.audit.AuditOutcome;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.audit.internal.chain.ChainView;
import org.chengshu.core.audit.internal.entries.Things;
import org.chengshu.core.crypto.Masking;

/** An entry as it is shown; number and hash tell its place in the chain once it is sealed. */
record AuditLine(
        UUID id,
        Instant at,
        Optional<UUID> account,
        String who,
        String event,
        AuditOutcome outcome,
        Optional<String> code,
        String kind,
        Optional<String> thing,
        Map<String, String> details,
        Optional<String> address,
        Optional<Long> number,
        Optional<String> hash,
        boolean masked) {
    static AuditLine of(AuditRow row, Optional<ChainView.Place> place, boolean personal) {
        AuditEntry entry = row.entry();
        return new AuditLine(
                row.id(),
                row.at(),
                entry.account(),
                entry.who(),
                entry.event(),
                entry.outcome(),
                entry.code(),
                Things.kind(entry.event()),
                Optional.ofNullable(entry.details().get("id")),
                personal ? entry.details() : PersonalDetails.masked(entry.details()),
                personal ? entry.address() : entry.address().map(Masking::network),
                place.map(ChainView.Place::number),
                place.map(ChainView.Place::hash),
                !personal);
    }
}
