package org.chengshu.cases.mailing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Letters for residents; nobody has to sign in. Secrets of links come in bodies, so that no log has them. */
@RestController
@RequestMapping("/api/cases/v1/mail-subscriptions")
final class SubscriptionResource {
    private final SubscriptionDesk desk;

    SubscriptionResource(SubscriptionDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/about")
    @Access(value = Access.PUBLIC, audit = Access.NOT_AUDITED)
    About about() {
        return new About(desk.isOpen(), SubscriptionDesk.MOST_OF_ADDRESS);
    }

    /** Answers the same whether or not the address is known. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = Access.PUBLIC, audit = "mail-subscription.asked")
    void ask(@RequestBody Wish wish, HttpServletRequest request) {
        Locale language = wish.language().filter("en"::equals).isPresent() ? Locale.ENGLISH : Locale.CHINESE;
        desk.ask(
                wish.email().orElse(""),
                wish.area().filter(code -> !code.isBlank()),
                language,
                String.valueOf(request.getRemoteAddr()));
    }

    @PostMapping("/confirm")
    @Access(value = Access.PUBLIC, audit = "mail-subscription.confirmed")
    Confirmed confirm(@RequestBody Link link) {
        return new Confirmed(desk.confirm(link.token().orElse("")));
    }

    @PostMapping("/end")
    @Access(value = Access.PUBLIC, audit = "mail-subscription.ended")
    void end(@RequestBody Link link) {
        desk.end(link.token().orElse(""));
    }

    /** As mail programs call it (RFC 8058); its secret can do nothing but end. */
    @PostMapping("/end-at-once")
    @Access(value = Access.PUBLIC, audit = "mail-subscription.ended")
    void endAtOnce(@RequestParam String token) {
        desk.end(token);
    }

    /** @param mostOfAddress how many subscriptions one address may have */
    record About(boolean open, int mostOfAddress) {}

    record Wish(Optional<String> email, Optional<String> area, Optional<String> language) {}

    record Link(Optional<String> token) {}

    record Confirmed(Optional<String> area) {}
}
