package org.chengshu.core.notices.internal.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.chengshu.core.notices.Channel;
import org.chengshu.core.notices.internal.NoticeSettings;
import org.chengshu.core.notices.internal.delivery.Carrier;
import org.chengshu.core.notices.internal.delivery.Outcome;
import org.chengshu.core.notices.internal.delivery.Parcel;
import org.chengshu.core.notices.internal.person.Preference;
import org.chengshu.core.notices.internal.person.PreferenceStore;
import org.chengshu.core.notices.internal.person.Vault;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Fault;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings notices to the mail server, several over one connection. */
@Component
final class MailCarrier implements Carrier {
    private static final List<Locale> BOTH = List.of(Locale.CHINESE, Locale.ENGLISH);
    private static final int REFUSED_FOR_GOOD = 500;
    private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);

    private final MailServer server;
    private final PreferenceStore people;
    private final Vault vault;
    private final ZoneId zone;
    private final Optional<String> address;

    MailCarrier(MailServer server, PreferenceStore people, Vault vault, CitySettings city, Settings settings) {
        this.server = server;
        this.people = people;
        this.vault = vault;
        this.zone = city.zone();
        this.address = settings.get(NoticeSettings.ADDRESS);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean ready() {
        return server.ready();
    }

    @Override
    public void carry(List<Parcel> parcels, BiConsumer<Parcel, Outcome> told) {
        int done = 0;
        try (Transport transport = server.connect()) {
            for (Parcel parcel : parcels) {
                told.accept(parcel, carry(parcel, transport));
                done++;
            }
        } catch (MessagingException e) {
            LOG.info("the mail server cannot be reached: {}", e.getMessage());
            parcels.subList(done, parcels.size()).forEach(parcel -> told.accept(parcel, new Outcome.Later(words(e))));
        }
    }

    private Outcome carry(Parcel parcel, Transport transport) {
        try {
            Optional<Sheet> sheet = sheet(parcel);
            if (sheet.isEmpty()) {
                return new Outcome.Never("the person has no mail address any more");
            }
            Letter letter = Letter.of(parcel, sheet.get().languages(), zone, address);
            Envelope message = Envelope.of(
                    server.session(), parcel.id(), server.from(), sheet.get().to(), letter);
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Sent();
        } catch (AddressException e) {
            return new Outcome.Never("not a mail address: " + words(e));
        } catch (MessagingException e) {
            return refused(e) ? new Outcome.Never(words(e)) : new Outcome.Later(words(e));
        } catch (Fault e) {
            return new Outcome.Later(e.getMessage());
        }
    }

    private Optional<Sheet> sheet(Parcel parcel) {
        if (parcel.account().isEmpty()) {
            return parcel.address()
                    .map(kept -> new Sheet(vault.open(Vault.Column.DELIVERY_ADDRESS, parcel.id(), kept), BOTH));
        }
        UUID account = parcel.account().get();
        Preference person = people.of(account);
        return person.email().map(to -> new Sheet(to, List.of(person.locale())));
    }

    /** 5xx for this message or its recipient; one for the connection or the sign-in may be mended. */
    static boolean refused(MessagingException thrown) {
        if (thrown instanceof SMTPSendFailedException failed && failed.getReturnCode() >= REFUSED_FOR_GOOD) {
            return true;
        }
        return thrown instanceof SendFailedException failed
                && failed.getNextException() instanceof SMTPAddressFailedException address
                && address.getReturnCode() >= REFUSED_FOR_GOOD;
    }

    /** What the server said, without the address, which others in the office need not see. */
    static String words(MessagingException thrown) {
        Throwable last = thrown;
        while (last instanceof MessagingException mail && mail.getNextException() != null) {
            last = mail.getNextException();
        }
        String said = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        return said.strip().replaceAll("[^\\s<>@]+@[^\\s<>]+", "***");
    }

    private record Sheet(String to, List<Locale> languages) {}
}
