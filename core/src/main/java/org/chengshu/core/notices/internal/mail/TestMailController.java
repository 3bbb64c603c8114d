package org.chengshu.core.notices.internal.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Map;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.notices.internal.person.MailAddress;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets whoever sets up mail see at once whether it works, and what the server says if not. */
@RestController
class TestMailController {
    private final MailServer server;
    private final Clock clock;

    TestMailController(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    record Trial(String to) {}

    @PostMapping("/api/core/v1/notices/test-mail")
    @Access(value = "core:notices", audit = "notice-mail.tried")
    Map<String, Boolean> send(@RequestBody Trial trial) {
        String to = MailAddress.require(trial.to());
        if (!server.ready()) {
            throw new Fault(CoreError.MAIL_REFUSED, "no mail server is set; set mail.host and start again");
        }
        Letter letter = new Letter(
                "城枢测试邮件 / A test mail of Chengshu",
                "邮件设置可用。\nMail works.",
                "<!doctype html><html><body><p>邮件设置可用。</p><p>Mail works.</p></body></html>");
        try (Transport transport = server.connect()) {
            Envelope message = Envelope.of(server.session(), Ids.at(clock.instant()), server.from(), to, letter);
            transport.sendMessage(message, message.getAllRecipients());
            return Map.of("sent", true);
        } catch (MessagingException e) {
            throw new Fault(CoreError.MAIL_REFUSED, "the mail server said: " + MailCarrier.words(e), e);
        }
    }
}
