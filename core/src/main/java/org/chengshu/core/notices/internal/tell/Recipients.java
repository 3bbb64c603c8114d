package org.chengshu.core.notices.internal.tell;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Holders;
import org.chengshu.core.notices.Notice;
import org.chengshu.core.notices.Recipient;
import org.chengshu.core.spi.OnDuty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds out who is meant. */
@Component
final class Recipients {
    private final Accounts accounts;
    private final Holders holders;
    private final ObjectProvider<OnDuty> rosters;
    private final Clock clock;

    Recipients(Accounts accounts, Holders holders, ObjectProvider<OnDuty> rosters, Clock clock) {
        this.accounts = accounts;
        this.holders = holders;
        this.rosters = rosters;
        this.clock = clock;
    }

    Found find(Notice notice, List<Recipient> to) {
        Set<UUID> people = new LinkedHashSet<>();
        Set<String> webhooks = new LinkedHashSet<>();
        Set<String> addresses = new LinkedHashSet<>();
        for (Recipient one : to) {
            switch (one.kind()) {
                case ACCOUNT -> people.addAll(account(one.value()));
                case ROLE -> people.addAll(role(one.value(), notice.areaPath()));
                case ORGANISATION -> people.addAll(holders.membersOf(one.value()));
                case WEBHOOK -> webhooks.add(one.value());
                case ADDRESS -> addresses.add(one.value());
            }
        }
        return new Found(people, webhooks, addresses);
    }

    private Set<UUID> account(String idOrName) {
        try {
            return Set.of(UUID.fromString(idOrName));
        } catch (IllegalArgumentException e) {
            return accounts.findByName(idOrName)
                    .map(AccountView::id)
                    .map(Set::of)
                    .orElse(Set.of());
        }
    }

    private Set<UUID> role(String role, String areaPath) {
        return rosters.orderedStream()
                .flatMap(roster -> roster.find(role, areaPath, clock.instant()).stream())
                .filter(onDuty -> !onDuty.isEmpty())
                .findFirst()
                .orElseGet(() -> holders.holdersOf(role, areaPath));
    }

    record Found(Set<UUID> people, Set<String> webhooks, Set<String> addresses) {}
}
