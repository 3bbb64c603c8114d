package org.chengshu.core.notices.internal.person;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.notices.QuietHours;

/** How a person likes to be told; version 0 means that he never said. */
public record Preference(
        UUID account,
        String language,
        Optional<String> email,
        boolean emailOn,
        Optional<QuietHours> quiet,
        long version) {
    /** In Chinese, by mail as soon as an address is there, at any hour. */
    public static Preference usual(UUID account) {
        return new Preference(account, "zh", Optional.empty(), true, Optional.empty(), 0);
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
