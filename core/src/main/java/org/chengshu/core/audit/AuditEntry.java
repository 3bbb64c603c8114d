package org.chengshu.core.audit;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing done or attempted. The event is in the past tense ({@code alarm.acknowledged}); {@code who} is the name at that
 * time, the account is absent for nobody; the code names the fault when it was refused or failed; details hold no secrets.
 */
public record AuditEntry(
        Optional<UUID> account,
        String who,
        String event,
        AuditOutcome outcome,
        Optional<String> code,
        Map<String, String> details,
        Optional<String> address) {
    public AuditEntry {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(code, "code");
        details = Map.copyOf(details);
        Objects.requireNonNull(address, "address");
    }

    /** Something that the platform or an account did outside a request. */
    public static AuditEntry done(Optional<UUID> account, String who, String event, Map<String, String> details) {
        return new AuditEntry(account, who, event, AuditOutcome.DONE, Optional.empty(), details, Optional.empty());
    }
}
