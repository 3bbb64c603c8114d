package org.chengshu.cases.mailing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.crypto.FieldCipher;
import org.chengshu.core.crypto.KeyedHash;
import org.chengshu.core.crypto.SealedColumn;
import org.chengshu.core.spi.SealedColumnSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Seals the addresses of subscribers and makes the links of their letters. The same address is known again by a keyed hash;
 * links are made of the key too, so that none has to be kept, and whoever reads the database can follow none.
 */
@Component
final class MailingVault implements SealedColumnSource {
    private static final SealedColumn ADDRESS =
            new SealedColumn("cs_cases", "mail_subscription", "id", "address_sealed");
    private static final SealedColumn KEY = new SealedColumn("cs_cases", "mailing_key", "id", "sealed");

    /** What a link is good for. */
    enum Purpose {
        CONFIRM,
        END
    }

    private final FieldCipher cipher;
    private final KeyedHash hash;

    MailingVault(FieldCipher cipher, DSLContext db) {
        this.cipher = cipher;
        this.hash = new KeyedHash(cipher, db, KEY);
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(ADDRESS, KEY);
    }

    String seal(UUID subscription, String address) {
        return cipher.seal(ADDRESS.at(subscription.toString()), address);
    }

    String open(UUID subscription, String sealed) {
        return cipher.open(ADDRESS.at(subscription.toString()), sealed);
    }

    /** The same however it is written in capitals. */
    String keyOf(String address) {
        return HexFormat.of().formatHex(hash.of("address " + address.toLowerCase(Locale.ROOT)));
    }

    String token(Purpose purpose, UUID subscription) {
        return subscription + "." + proof(purpose, subscription);
    }

    private String proof(Purpose purpose, UUID subscription) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.of(purpose + " " + subscription));
    }

    /** Which subscription a link is about, if the link was made here for this. */
    Optional<UUID> read(Purpose purpose, String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(token.substring(0, dot));
            byte[] told = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(told, proof(purpose, id).getBytes(StandardCharsets.UTF_8))
                    ? Optional.of(id)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
