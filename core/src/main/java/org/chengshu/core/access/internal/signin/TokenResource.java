package org.chengshu.core.access.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.ApiTokens;
import org.chengshu.core.access.TokenView;
import org.chengshu.core.access.Viewer;
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

@RestController
@RequestMapping("/api/core/v1/tokens")
class TokenResource {
    private static final String OTHERS = "core:accounts";

    private final ApiTokens tokens;
    private final Accounts accounts;

    TokenResource(ApiTokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /** A token for oneself, or for another account that may do and see no more than oneself. */
    record NewToken(String label, Optional<UUID> account, Optional<Instant> expires) {
        NewToken {
            Objects.requireNonNull(label, "label");
        }
    }

    record Given(UUID id, String token, Optional<Instant> expires) {
        @Override
        public String toString() {
            return "Given[" + id + "]";
        }
    }

    @GetMapping
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED)
    CursorPage<TokenView> list(Viewer viewer) {
        return new CursorPage<>(tokens.list(viewer.accountId()), Optional.empty());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Access.SIGNED_IN, audit = "token.issued")
    Given issue(@RequestBody NewToken wanted, Viewer viewer, HttpServletRequest request) {
        UUID account = wanted.account().orElse(viewer.accountId());
        AuditNotes.of(request).add("account", account.toString()).add("label", wanted.label());
        if (!account.equals(viewer.accountId())) {
            requireNoMore(viewer, accounts.viewerOf(account));
        }
        ApiTokens.Issued issued = tokens.issue(account, wanted.label(), wanted.expires());
        return new Given(issued.id(), issued.token(), issued.expires());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Access.SIGNED_IN, audit = "token.revoked")
    void revoke(@PathVariable UUID id, Viewer viewer) {
        tokens.revoke(viewer.accountId(), id);
    }

    private static void requireNoMore(Viewer viewer, Viewer other) {
        viewer.require(OTHERS);
        other.scopes().forEach((permission, scope) -> {
            viewer.require(permission);
            if (!viewer.scope(permission).covers(scope)) {
                throw new Fault(CoreError.NOT_FOUND, "there is no account " + other.accountId());
            }
        });
    }
}
