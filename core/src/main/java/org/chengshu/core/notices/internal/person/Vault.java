package org.chengshu.core.notices.internal.person;

import org.springframework.stereotype.Component;

/** Where addresses and secrets go in and out of the database. */
@Component
public final class Vault {
    /** A column that holds such values. */
    public enum Column {
        PERSONS_MAIL,
        DELIVERY_ADDRESS,
        WEBHOOK_URL,
        WEBHOOK_SECRET
    }

    public String seal(Column column, Object row, String value) {
        return value;
    }

    public String open(Column column, Object row, String sealed) {
        return sealed;
    }
}
