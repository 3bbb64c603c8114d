package org.chengshu.core.notices.internal.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.util.List;
import java.util.function.BiConsumer;
import org.chengshu.core.CoreError;
import org.chengshu.core.notices.Letters;
import org.chengshu.core.notices.PlainLetter;
import org.chengshu.core.notices.internal.NoticeSettings;
import org.chengshu.core.notices.internal.person.MailAddress;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Letters to people without an account. */
@Component
final class LetterPost implements Letters {
    private static final Logger LOG = LoggerFactory.getLogger(LetterPost.class);

    private final MailServer server;
    private final Settings settings;

    LetterPost(MailServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public boolean ready() {
        return server.ready() && settings.get(NoticeSettings.ADDRESS).isPresent();
    }

    @Override
    public String link(String page) {
        return settings.get(NoticeSettings.ADDRESS)
                        .map(base -> base.replaceFirst("/+$", ""))
                        .orElseThrow(() -> new Fault(CoreError.MAIL_REFUSED, "notices.address is not set"))
                + page;
    }

    @Override
    public String requireAddress(String text) {
        return MailAddress.require(text);
    }

    @Override
    public void send(List<PlainLetter> letters, BiConsumer<PlainLetter, Fate> told) {
        int done = 0;
        try (Transport transport = server.connect()) {
            for (PlainLetter letter : letters) {
                told.accept(letter, send(letter, transport));
                done++;
            }
        } catch (MessagingException e) {
            LOG.info("the mail server cannot be reached: {}", MailCarrier.words(e));
            letters.subList(done, letters.size()).forEach(letter -> told.accept(letter, Fate.LATER));
        }
    }

    private Fate send(PlainLetter letter, Transport transport) {
        try {
            Envelope message = Envelope.of(
                    server.session(),
                    letter.id(),
                    server.from(),
                    letter.to(),
                    new Letter(letter.subject().replaceAll("\\p{Cntrl}+", " "), letter.text(), html(letter.text())));
            if (letter.end().isPresent()) {
                message.setHeader("List-Unsubscribe", "<" + letter.end().get() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            transport.sendMessage(message, message.getAllRecipients());
            return Fate.SENT;
        } catch (AddressException e) {
            return Fate.REFUSED;
        } catch (MessagingException e) {
            return MailCarrier.refused(e) ? Fate.REFUSED : Fate.LATER;
        }
    }

    private static String html(String text) {
        String escaped = HtmlUtils.htmlEscape(text, "UTF-8")
                .replaceAll("https?://[^\\s<]+", "<a href=\"$0\">$0</a>")
                .replace("\n", "<br>");
        return "<!doctype html><html><body style=\"font-family:sans-serif\"><p>" + escaped + "</p></body></html>";
    }
}
