package org.chengshu.core.access.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.access.internal.account.ManagedAccounts;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own sessions, and those of the accounts one manages. */
@RestController
@RequestMapping("/api/core/v1")
class SessionResource {
    private static final String ACCOUNTS = "core:accounts";

    private final Sessions sessions;
    private final ManagedAccounts accounts;

    SessionResource(Sessions sessions, ManagedAccounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @GetMapping("/me/sessions")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
    CursorPage<SessionView> own(Viewer viewer, HttpServletRequest request) {
        return all(sessions.list(viewer.accountId(), current(request)));
    }

    @DeleteMapping("/me/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Access.SIGNED_IN, audit = "session.ended", reach = Access.Reach.OWN)
    void endOwn(@PathVariable UUID id, Viewer viewer) {
        end(viewer.accountId(), id);
    }

    /** All but the one that asks. */
    @DeleteMapping("/me/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Access.SIGNED_IN, audit = "sessions.ended", reach = Access.Reach.OWN)
    void endOthers(Viewer viewer, HttpServletRequest request) {
        sessions.closeOthers(viewer.accountId(), Credentials.secretIn(request).orElse(""));
    }

    @GetMapping("/accounts/{account}/sessions")
    @Access(value = ACCOUNTS, audit = Access.NOT_AUDITED)
    CursorPage<SessionView> of(@PathVariable UUID account, Viewer viewer, HttpServletRequest request) {
        return all(sessions.list(accounts.get(account, viewer).id(), current(request)));
    }

    @DeleteMapping("/accounts/{account}/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = ACCOUNTS, audit = "session.ended")
    void endOf(@PathVariable UUID account, @PathVariable UUID id, Viewer viewer) {
        end(accounts.getWeaker(account, viewer).id(), id);
    }

    @DeleteMapping("/accounts/{account}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = ACCOUNTS, audit = "sessions.ended")
    void endAllOf(@PathVariable UUID account, Viewer viewer) {
        sessions.endAll(accounts.getWeaker(account, viewer).id());
    }

    private void end(UUID account, UUID session) {
        if (!sessions.end(account, session)) {
            throw new Fault(CoreError.NOT_FOUND, "there is no session " + session);
        }
    }

    private Optional<UUID> current(HttpServletRequest request) {
        return Credentials.secretIn(request).flatMap(sessions::find).map(Sessions.Open::id);
    }

    private static CursorPage<SessionView> all(List<SessionView> items) {
        return new CursorPage<>(items, Optional.empty());
    }
}
