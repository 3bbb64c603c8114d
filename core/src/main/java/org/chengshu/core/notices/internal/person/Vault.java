package org.chengshu.core.notices.internal.person;

import java.util.List;
import org.chengshu.core.crypto.FieldCipher;
import org.chengshu.core.crypto.SealedColumn;
import org.chengshu.core.spi.SealedColumnSource;
import org.springframework.stereotype.Component;

/** Seals addresses and secrets, so that whoever reads the database learns neither. */
@Component
public final class Vault implements SealedColumnSource {
    private final FieldCipher cipher;

    Vault(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** A column that holds sealed values. */
    public enum Column {
        PERSONS_MAIL("notice_preference", "account_id", "email"),
        DELIVERY_ADDRESS("notice_delivery", "id", "address"),
        WEBHOOK_URL("webhook", "id", "url"),
        WEBHOOK_SECRET("webhook", "id", "secret");

        private final SealedColumn place;

        Column(String table, String key, String column) {
            place = new SealedColumn("cs_core", table, key, column);
        }
    }

    public String seal(Column column, Object row, String value) {
        return cipher.seal(column.place.at(row.toString()), value);
    }

    public String open(Column column, Object row, String sealed) {
        return cipher.open(column.place.at(row.toString()), sealed);
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(
                Column.PERSONS_MAIL.place,
                Column.DELIVERY_ADDRESS.place,
                Column.WEBHOOK_URL.place,
                Column.WEBHOOK_SECRET.place);
    }
}
