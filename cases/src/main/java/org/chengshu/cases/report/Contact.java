package org.chengshu.cases.report;

import java.util.Optional;
import org.chengshu.core.crypto.Masking;

/** Who reported, as far as he said; kept sealed, shown masked, never written to a log. */
public record Contact(Optional<String> name, Optional<String> phone, Optional<String> email) {
    public static final Contact NONE = new Contact(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isNone() {
        return equals(NONE);
    }

    Optional<String> nameShown() {
        return name.map(Masking::name);
    }

    Optional<String> phoneShown() {
        return phone.map(Masking::phone);
    }

    @Override
    public String toString() {
        return isNone() ? "Contact[none]" : "Contact[hidden]";
    }
}
