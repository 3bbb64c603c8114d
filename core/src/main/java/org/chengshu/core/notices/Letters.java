package org.chengshu.core.notices;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Brings letters to the city's mail server at once. Nothing of them is kept here: whoever writes to people without an account
 * keeps their addresses himself, sealed, and tries again what could not go. Safe for use by many threads; slow.
 */
public interface Letters {
    /** What became of a letter. */
    enum Fate {
        /** The mail server has taken it. */
        SENT,
        /** The mail server could not be reached or asks to come back. */
        LATER,
        /** The mail server refuses this letter or its receiver for good. */
        REFUSED
    }

    /** Whether letters with links can go: a mail server is set, and what links begin with. */
    boolean ready();

    /** The address of a page as links in letters need it; {@code page} begins with a slash. Faults unless {@link #ready}. */
    String link(String page);

    /** Faults with {@code BAD_REQUEST} unless it looks like one mail address; answers it without blanks around it. */
    String requireAddress(String text);

    /** Over one connection; each is told as soon as it is known, in order. */
    void send(List<PlainLetter> letters, BiConsumer<PlainLetter, Fate> told);
}
