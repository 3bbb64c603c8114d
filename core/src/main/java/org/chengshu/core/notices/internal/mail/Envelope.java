package org.chengshu.core.notices.internal.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.UUID;

/** A letter as a message. Its id is that of the delivery, so that a mail server may know one that comes twice. */
final class Envelope extends MimeMessage {
    private final UUID delivery;

    private Envelope(Session session, UUID delivery) {
        super(session);
        this.delivery = delivery;
    }

    @SuppressWarnings("JavaUtilDate") // what the mail library takes
    static Envelope of(Session session, UUID delivery, String from, String to, Letter letter)
            throws MessagingException {
        Envelope message = new Envelope(session, delivery);
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(letter.plain(), "UTF-8", "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + delivery + "@chengshu>");
    }
}
