package org.chengshu.core.notices.internal.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.chengshu.core.notices.internal.NoticeSettings;
import org.chengshu.core.notices.internal.NoticeSettings.MailTls;
import org.chengshu.core.settings.Secret;
import org.chengshu.core.settings.Settings;
import org.springframework.stereotype.Component;

/** The city's mail server, as its settings say. */
@Component
final class MailServer {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    private final Settings settings;
    private final Session session;

    MailServer(Settings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(Settings settings) {
        MailTls tls = settings.get(NoticeSettings.MAIL_TLS);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls == MailTls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == MailTls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls == MailTls.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail.smtp.auth",
                Boolean.toString(settings.get(NoticeSettings.MAIL_USER).isPresent()));
        return properties;
    }

    boolean ready() {
        return NoticeSettings.mailReady(settings);
    }

    String from() {
        return settings.get(NoticeSettings.MAIL_FROM);
    }

    Session session() {
        return session;
    }

    Transport connect() throws MessagingException {
        Transport transport = session.getTransport("smtp");
        transport.connect(
                settings.get(NoticeSettings.MAIL_HOST).orElseThrow(),
                settings.get(NoticeSettings.MAIL_PORT),
                settings.get(NoticeSettings.MAIL_USER).orElse(null),
                settings.get(NoticeSettings.MAIL_PASSWORD).map(Secret::reveal).orElse(null));
        return transport;
    }
}
