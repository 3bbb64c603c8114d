package org.chengshu.core.notices.internal.person;

import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.notices.QuietHours;
import org.chengshu.core.notices.internal.NoticeSettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everybody says for himself how he wants to be told; the office may say it for others. */
@RestController
@RequestMapping("/api/core/v1")
class PreferenceController {
    private final PreferenceStore store;
    private final Accounts accounts;
    private final Settings settings;

    PreferenceController(PreferenceStore store, Accounts accounts, Settings settings) {
        this.store = store;
        this.accounts = accounts;
        this.settings = settings;
    }

    record Wish(
            String language,
            Optional<String> email,
            boolean emailOn,
            Optional<LocalTime> quietFrom,
            Optional<LocalTime> quietTo) {
        Wish {
            if (!"zh".equals(language) && !"en".equals(language)) {
                throw new Fault(CoreError.BAD_REQUEST, "language: zh or en");
            }
            if (quietFrom.isPresent() != quietTo.isPresent() || (quietFrom.isPresent() && quietFrom.equals(quietTo))) {
                throw new Fault(CoreError.BAD_REQUEST, "quietFrom and quietTo: both or neither, and not the same time");
            }
        }

        Preference of(UUID account, long version) {
            return new Preference(
                    account,
                    language,
                    MailAddress.requireIfGiven(email),
                    emailOn,
                    quietFrom.map(from -> new QuietHours(from, quietTo.orElseThrow())),
                    version);
        }
    }

    record View(
            UUID account,
            String language,
            Optional<String> email,
            boolean emailOn,
            Optional<LocalTime> quietFrom,
            Optional<LocalTime> quietTo,
            boolean mailReady,
            long version) {}

    @GetMapping("/notices/preferences")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    ResponseEntity<View> mine(Viewer viewer) {
        return view(viewer.accountId());
    }

    @PutMapping("/notices/preferences")
    @Access(value = Access.SIGNED_IN, audit = "notice-preference.changed", reach = Access.Reach.OWN)
    ResponseEntity<View> change(@RequestBody Wish wish, IfMatch ifMatch, Viewer viewer) {
        return change(viewer.accountId(), wish, ifMatch);
    }

    @GetMapping("/accounts/{account}/notice-preferences")
    @Access(value = "core:notices", audit = Access.NOT_AUDITED)
    ResponseEntity<View> of(@PathVariable("account") UUID account) {
        return view(known(account));
    }

    @PutMapping("/accounts/{account}/notice-preferences")
    @Access(value = "core:notices", audit = "notice-preference.changed")
    ResponseEntity<View> changeOf(@PathVariable("account") UUID account, @RequestBody Wish wish, IfMatch ifMatch) {
        return change(known(account), wish, ifMatch);
    }

    private UUID known(UUID account) {
        return accounts.viewerOf(account).accountId();
    }

    private ResponseEntity<View> change(UUID account, Wish wish, IfMatch ifMatch) {
        Preference now = store.of(account);
        ifMatch.require(now.version());
        if (!store.put(wish.of(account, now.version()))) {
            ifMatch.require(store.of(account).version());
        }
        return view(account);
    }

    private ResponseEntity<View> view(UUID account) {
        Preference found = store.of(account);
        return ResponseEntity.ok()
                .eTag(ETags.of(found.version()))
                .body(new View(
                        account,
                        found.language(),
                        found.email(),
                        found.emailOn(),
                        found.quiet().map(QuietHours::from),
                        found.quiet().map(QuietHours::to),
                        NoticeSettings.mailReady(settings),
                        found.version()));
    }
}
