package org.chengshu.cases.report;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.crypto.FieldCipher;
import org.chengshu.core.crypto.KeyedHash;
import org.chengshu.core.crypto.SealedColumn;
import org.chengshu.core.spi.SealedColumnSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Seals who reported. A telephone number is found again by a keyed hash of it, whose key lies sealed in the database, so
 * that nobody who has only a copy of the database can try all numbers.
 */
@Component
final class ContactVault implements SealedColumnSource {
    private static final SealedColumn NAME = new SealedColumn("cs_cases", "report", "id", "name_sealed");
    private static final SealedColumn PHONE = new SealedColumn("cs_cases", "report", "id", "phone_sealed");
    private static final SealedColumn EMAIL = new SealedColumn("cs_cases", "report", "id", "email_sealed");
    private static final SealedColumn KEY = new SealedColumn("cs_cases", "phone_key", "id", "sealed");

    private final FieldCipher cipher;
    private final KeyedHash hash;

    ContactVault(FieldCipher cipher, DSLContext db) {
        this.cipher = cipher;
        this.hash = new KeyedHash(cipher, db, KEY);
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(NAME, PHONE, EMAIL, KEY);
    }

    Sealed seal(UUID report, Contact contact) {
        String row = report.toString();
        return new Sealed(
                contact.name().map(name -> cipher.seal(NAME.at(row), name)),
                contact.phone().map(phone -> cipher.seal(PHONE.at(row), phone)),
                contact.email().map(email -> cipher.seal(EMAIL.at(row), email)),
                contact.phone().map(this::phoneKey));
    }

    Contact open(UUID report, Sealed sealed) {
        String row = report.toString();
        return new Contact(
                sealed.name().map(name -> cipher.open(NAME.at(row), name)),
                sealed.phone().map(phone -> cipher.open(PHONE.at(row), phone)),
                sealed.email().map(email -> cipher.open(EMAIL.at(row), email)));
    }

    /** The same for each way of writing the same number: only its digits count, and not the country's. */
    String phoneKey(String phone) {
        String digits = phone.replaceAll("\\D", "").replaceFirst("^(00)?86(?=1\\d{10}$)", "");
        return HexFormat.of().formatHex(hash.of(digits));
    }

    /** What goes into the table of a contact. */
    record Sealed(Optional<String> name, Optional<String> phone, Optional<String> email, Optional<String> phoneKey) {}
}
