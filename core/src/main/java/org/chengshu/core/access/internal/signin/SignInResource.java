package org.chengshu.core.access.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.access.internal.account.PasswordCheck;
import org.chengshu.core.access.internal.gate.CurrentViewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.Unrepeatable;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1")
class SignInResource {
    private static final int LONGEST_NAME_KEPT = 64;

    private final PasswordCheck passwords;
    private final LoginThrottle throttle;
    private final Sessions sessions;
    private final Accounts accounts;

    SignInResource(PasswordCheck passwords, LoginThrottle throttle, Sessions sessions, Accounts accounts) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    record SignIn(String name, String password) {
        SignIn {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(password, "password");
            if (password.length() > NewAccount.LONGEST_PASSWORD) {
                throw new Fault(CoreError.BAD_CREDENTIALS, "the password is too long");
            }
        }

        @Override
        public String toString() {
            return "SignIn[" + name + "]";
        }
    }

    record SignedIn(Me account) {}

    record PasswordChange(String from, String to) {
        PasswordChange {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    record Policy(int shortest, int longest, List<Text> rules) {}

    // Only JSON, which no form of another site can send.
    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Access(value = Access.PUBLIC, audit = "account.signed-in")
    @Unrepeatable
    SignedIn login(@RequestBody SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
        AuditNotes.of(request)
                .add("name", signIn.name().substring(0, Math.min(signIn.name().length(), LONGEST_NAME_KEPT)));
        UUID account = verified(signIn.name(), signIn.password());
        Viewer viewer = accounts.viewerOf(account);
        CurrentViewer.set(request, viewer);
        passwords.noteSignIn(account);
        SessionCookie.set(request, response, sessions.open(account, Client.of(request)));
        return new SignedIn(me(viewer));
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Access.SIGNED_IN, audit = "account.signed-out", beforePasswordChange = true)
    void logout(HttpServletRequest request, HttpServletResponse response) {
        Credentials.secretIn(request).ifPresent(sessions::close);
        SessionCookie.clear(request, response);
    }

    @GetMapping("/me")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN, beforePasswordChange = true)
    Me me(Viewer viewer) {
        return Me.of(viewer, accounts.findByName(viewer.name()).orElseThrow());
    }

    @PostMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Access.SIGNED_IN, audit = "account.password-changed", beforePasswordChange = true)
    @Unrepeatable
    void changePassword(@RequestBody PasswordChange change, Viewer viewer, HttpServletRequest request) {
        UUID account = verified(viewer.name(), change.from());
        passwords.change(account, change.to());
        sessions.closeOthers(account, Credentials.secretIn(request).orElse(""));
    }

    @GetMapping("/password-policy")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    Policy policy() {
        return new Policy(NewAccount.SHORTEST_PASSWORD, NewAccount.LONGEST_PASSWORD, passwords.rules());
    }

    private UUID verified(String name, String password) {
        throttle.begin(name);
        UUID account = passwords
                .check(name, password)
                .orElseThrow(() -> new Fault(CoreError.BAD_CREDENTIALS, "name or password is wrong"));
        throttle.succeeded(name);
        return account;
    }
}
