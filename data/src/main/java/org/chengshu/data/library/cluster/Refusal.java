package org.chengshu.data.library.cluster;

import java.util.Locale;

/** Why two rows that rules or people hold for one thing were not put together. */
public enum Refusal {
    /** They would bring two different values of an identity key into one record. */
    KEYS_DIFFER,
    /** People said that they are different things. */
    APART,
    /** The record would become larger than the library allows. */
    TOO_LARGE,
    /** The row fits two records about as well, and they are different things. */
    AMBIGUOUS;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
