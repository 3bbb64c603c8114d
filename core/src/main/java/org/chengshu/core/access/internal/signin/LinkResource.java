package org.chengshu.core.access.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.access.internal.account.ManagedAccounts;
import org.chengshu.core.access.internal.gate.CurrentViewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.Unrepeatable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with a one-time link, and how managers make one. Secrets travel in bodies, which no log keeps. */
@RestController
@RequestMapping("/api/core/v1")
class LinkResource {
    private static final String ACCOUNTS = "core:accounts";

    private final LinkedDeeds deeds;
    private final LoginThrottle throttle;
    private final Sessions sessions;
    private final Accounts accounts;
    private final ManagedAccounts managed;

    LinkResource(
            LinkedDeeds deeds, LoginThrottle throttle, Sessions sessions, Accounts accounts, ManagedAccounts managed) {
        this.deeds = deeds;
        this.throttle = throttle;
        this.sessions = sessions;
        this.accounts = accounts;
        this.managed = managed;
    }

    record Secret(String secret) {
        Secret {
            Objects.requireNonNull(secret, "secret");
        }

        @Override
        public String toString() {
            return "Secret";
        }
    }

    record Look(String purpose, Optional<String> name, Instant expires) {}

    record FirstAdministrator(String secret, String name, String displayName, String password) {
        FirstAdministrator {
            Objects.requireNonNull(secret, "secret");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(password, "password");
            NewAccount.requireName(name);
        }

        @Override
        public String toString() {
            return "FirstAdministrator[" + name + "]";
        }
    }

    record NewPassword(String secret, String password) {
        NewPassword {
            Objects.requireNonNull(secret, "secret");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    record Given(String link, Instant expires) {
        @Override
        public String toString() {
            return "Given[" + expires + "]";
        }
    }

    @PostMapping(path = "/links/look", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    @Unrepeatable
    Look look(@RequestBody Secret secret) {
        OneTimeLinks.Link link = deeds.look(secret.secret());
        Optional<String> name = link.account().map(accounts::viewerOf).map(Viewer::name);
        return new Look(link.purpose(), name, link.expires());
    }

    @PostMapping(path = "/links/first-administrator", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Access(value = Access.PUBLIC, audit = "account.first-created")
    @Unrepeatable
    SignInResource.SignedIn first(
            @RequestBody FirstAdministrator first, HttpServletRequest request, HttpServletResponse response) {
        AuditNotes.of(request).add("name", first.name());
        AccountView account = deeds.makeFirst(first.secret(), first.name(), first.displayName(), first.password());
        Viewer viewer = accounts.viewerOf(account.id());
        CurrentViewer.set(request, viewer);
        SessionCookie.set(request, response, sessions.open(account.id(), Client.of(request)));
        return new SignInResource.SignedIn(Me.of(viewer, account));
    }

    @PostMapping(path = "/links/reset-password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Access.PUBLIC, audit = "account.password-reset")
    @Unrepeatable
    void reset(@RequestBody NewPassword reset, HttpServletRequest request) {
        Viewer viewer = accounts.viewerOf(deeds.resetPassword(reset.secret(), reset.password()));
        CurrentViewer.set(request, viewer);
        throttle.succeeded(viewer.name());
    }

    /** Its sessions end and its former links are void; the old password goes on until the link is used. */
    @PostMapping("/accounts/{account}/reset-password")
    @Access(value = ACCOUNTS, audit = "account.password-reset-begun")
    @Unrepeatable
    Given beginReset(@PathVariable UUID account, Viewer viewer) {
        OneTimeLinks.Made made =
                deeds.beginReset(managed.getWeaker(account, viewer).id());
        return new Given("/reset/" + made.secret(), made.expires());
    }

    @PostMapping("/accounts/{account}/unlock")
    @Access(value = ACCOUNTS, audit = "account.unlocked")
    AccountView unlock(@PathVariable UUID account, Viewer viewer) {
        throttle.succeeded(managed.getWeaker(account, viewer).name());
        return managed.get(account, viewer);
    }
}
