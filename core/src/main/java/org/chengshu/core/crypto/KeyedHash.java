package org.chengshu.core.crypto;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Knows a secret text again without keeping it: HMAC-SHA256 (RFC 2104) under a key that is made at the first use and kept sealed in
 * a table of its own, so that whoever has only a copy of the database can try nothing. Its owner names the column among its
 * {@link org.chengshu.core.spi.SealedColumnSource}. Safe for many threads, and for many nodes on one database.
 */
public final class KeyedHash {
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final String ONE = "one";

    private final FieldCipher cipher;
    private final DSLContext db;
    private final SealedColumn place;
    private final Table<?> table;
    private final Field<String> id;
    private final Field<String> sealed;

    /** @param place of a table that holds nothing but this key */
    public KeyedHash(FieldCipher cipher, DSLContext db, SealedColumn place) {
        this.cipher = cipher;
        this.db = db;
        this.place = place;
        this.table = DSL.table(DSL.name(place.schema(), place.table()));
        this.id = DSL.field(DSL.name(place.key()), String.class);
        this.sealed = DSL.field(DSL.name(place.column()), String.class);
    }

    public byte[] of(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key()), MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        }
    }

    private String key() {
        return kept().orElseGet(() -> {
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            db.insertInto(table, id, sealed)
                    .values(ONE, cipher.seal(place.at(ONE), HexFormat.of().formatHex(fresh)))
                    .onConflictDoNothing()
                    .execute();
            return kept().orElseThrow();
        });
    }

    private Optional<String> kept() {
        return db.select(sealed)
                .from(table)
                .where(id.eq(ONE))
                .fetchOptional(sealed)
                .map(text -> cipher.open(place.at(ONE), text));
    }
}
