package org.chengshu.core.notices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Whom a notice is for. A role means everybody who holds it where the notice is, or whoever of them is on duty; an
 * organisation everybody who belongs to it or to one below. Immutable.
 */
public record Recipient(Kind kind, String value) {
    /** How the value is to be read: an account's id or name, a role's id, a code, an id of a webhook, a mail address. */
    public enum Kind {
        ACCOUNT,
        ROLE,
        ORGANISATION,
        WEBHOOK,
        ADDRESS;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Recipient {
        Objects.requireNonNull(kind, "kind");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a recipient is named");
        }
    }

    public static Recipient account(UUID id) {
        return new Recipient(Kind.ACCOUNT, id.toString());
    }

    public static Recipient role(String id) {
        return new Recipient(Kind.ROLE, id);
    }

    public static Recipient organisation(String code) {
        return new Recipient(Kind.ORGANISATION, code);
    }

    public static Recipient webhook(String id) {
        return new Recipient(Kind.WEBHOOK, id);
    }

    public static Recipient address(String mail) {
        return new Recipient(Kind.ADDRESS, mail);
    }
}
