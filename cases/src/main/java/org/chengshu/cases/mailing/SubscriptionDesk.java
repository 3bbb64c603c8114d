package org.chengshu.cases.mailing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.report.Allowance;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.TryLater;
import org.chengshu.core.notices.Letters;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/**
 * Takes subscriptions and ends them. Nobody learns from an answer whether an address is known here, and nobody can have letters
 * sent to somebody else's address again and again: an address gets at most three that ask for confirmation within two days.
 */
@Component
class SubscriptionDesk {
    static final int MOST_OF_ADDRESS = 5;
    static final int MOST_LETTERS = 3;
    /** After that what nobody confirmed is erased. */
    static final Duration PATIENCE = Duration.ofDays(2);

    private final SubscriberStore store;
    private final MailingVault vault;
    private final Letters letters;
    private final Areas areas;
    private final Transactions transactions;
    private final Clock clock;
    private final int perMinute;
    private final Allowance origins;

    SubscriptionDesk(
            SubscriberStore store,
            MailingVault vault,
            Letters letters,
            Areas areas,
            Transactions transactions,
            Settings settings,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.letters = letters;
        this.areas = areas;
        this.transactions = transactions;
        this.clock = clock;
        this.perMinute = settings.get(MailingSettings.PER_MINUTE);
        this.origins = new Allowance(perMinute, clock);
    }

    boolean isOpen() {
        return perMinute > 0 && letters.ready();
    }

    void ask(String typed, Optional<String> area, Locale language, String origin) {
        if (!isOpen()) {
            throw new Fault(
                    CaseError.MAILING_SHUT,
                    "cases.mail-subscriptions-per-minute, mail.host and notices.address decide about it");
        }
        Duration wait = origins.waitOf(origin);
        if (wait.isPositive()) {
            throw new TryLater(CaseError.MAILING_TOO_MANY, "too many subscriptions in a minute", wait);
        }
        String address = letters.requireAddress(typed);
        area.filter(code -> areas.find(code).isEmpty()).ifPresent(code -> {
            throw new Fault(CaseError.CASE_FILTER_WRONG, "there is no area " + code);
        });
        String key = vault.keyOf(address);
        transactions.run(() -> {
            store.hold(key);
            keep(key, address, area, language);
        });
    }

    // Where nothing more is kept or sent nothing is said of it either: the answer tells nobody about an address.
    private void keep(String key, String address, Optional<String> area, Locale language) {
        Instant now = clock.instant();
        if (store.lettersTo(key) >= MOST_LETTERS) {
            return;
        }
        Optional<Subscriber> there = store.find(key, area);
        if (there.isEmpty() && store.count(key) < MOST_OF_ADDRESS) {
            store.add(key, address, area, language, now);
        } else if (there.filter(one -> one.confirmedAt().isEmpty()).isPresent()) {
            store.writeAgain(there.get().id(), now);
        }
    }

    /** Which area it is about; nothing for the whole city. */
    Optional<String> confirm(String token) {
        return transactions.call(() -> {
            UUID id = vault.read(MailingVault.Purpose.CONFIRM, token).orElseThrow(SubscriptionDesk::wrong);
            store.confirm(id, clock.instant());
            return store.find(id).orElseThrow(SubscriptionDesk::wrong).area();
        });
    }

    /** The address is gone with it; ended twice is ended. */
    void end(String token) {
        UUID id = vault.read(MailingVault.Purpose.END, token).orElseThrow(SubscriptionDesk::wrong);
        transactions.run(() -> store.erase(id));
    }

    private static Fault wrong() {
        return new Fault(CaseError.MAILING_LINK_WRONG, "the link was not made here, or is no longer good");
    }
}
