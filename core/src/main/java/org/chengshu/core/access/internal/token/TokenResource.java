package org.chengshu.core.access.internal.token;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.ApiTokens;
import org.chengshu.core.access.TokenScope;
import org.chengshu.core.access.TokenView;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.access.internal.account.ManagedAccounts;
import org.chengshu.core.access.internal.account.Viewers;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own tokens, and those of the accounts one manages. */
@RestController
@RequestMapping("/api/core/v1")
class TokenResource {
    private static final String ACCOUNTS = "core:accounts";

    private final ApiTokens tokens;
    private final Viewers viewers;
    private final ManagedAccounts accounts;
    private final Clock clock;

    TokenResource(ApiTokens tokens, Viewers viewers, ManagedAccounts accounts, Clock clock) {
        this.tokens = tokens;
        this.viewers = viewers;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A token for oneself, or for another account that may do and see no more than oneself. */
    record NewToken(String label, Optional<UUID> account, Optional<Instant> expires, TokenScope scope) {
        NewToken {
            Objects.requireNonNull(label, "label");
            scope = scope == null ? TokenScope.all() : scope;
        }
    }

    record Given(UUID id, String token, Optional<Instant> expires) {
        @Override
        public String toString() {
            return "Given[" + id + "]";
        }
    }

    @GetMapping("/tokens")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    CursorPage<TokenView> own(Viewer viewer) {
        return new CursorPage<>(tokens.list(viewer.accountId()), Optional.empty());
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Access.SIGNED_IN, audit = "token.issued", reach = Access.Reach.OWN)
    Given issue(@RequestBody NewToken wanted, Viewer viewer, HttpServletRequest request) {
        UUID account = wanted.account().orElse(viewer.accountId());
        AuditNotes.of(request).add("account", account.toString()).add("label", wanted.label());
        if (wanted.expires().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            throw new Fault(CoreError.BAD_REQUEST, "expires lies in the past");
        }
        if (!account.equals(viewer.accountId())) {
            viewer.require(ACCOUNTS);
            accounts.getWeaker(account, viewer);
        }
        requireNoMore(viewer, account, wanted.scope());
        ApiTokens.Issued issued = tokens.issue(account, wanted.label(), wanted.expires(), wanted.scope());
        return new Given(issued.id(), issued.token(), issued.expires());
    }

    // Who comes with a token for a part of an account must not make himself one for all of it.
    private void requireNoMore(Viewer viewer, UUID account, TokenScope scope) {
        boolean covered = viewers.find(account, scope).stream()
                .flatMap(holder -> holder.scopes().entrySet().stream())
                .allMatch(right -> viewer.scope(right.getKey()).covers(right.getValue()));
        if (!covered) {
            throw new Fault(CoreError.FORBIDDEN, "the token would be good for more than you may yourself");
        }
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Access.SIGNED_IN, audit = "token.revoked", reach = Access.Reach.OWN)
    void revoke(@PathVariable UUID id, Viewer viewer) {
        tokens.revoke(viewer.accountId(), id);
    }

    @GetMapping("/accounts/{account}/tokens")
    @Access(value = ACCOUNTS, audit = Access.NOT_AUDITED)
    CursorPage<TokenView> of(@PathVariable UUID account, Viewer viewer) {
        return new CursorPage<>(tokens.list(accounts.get(account, viewer).id()), Optional.empty());
    }

    @DeleteMapping("/accounts/{account}/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = ACCOUNTS, audit = "token.revoked")
    void revokeOf(@PathVariable UUID account, @PathVariable UUID id, Viewer viewer) {
        tokens.revoke(accounts.getWeaker(account, viewer).id(), id);
    }
}
