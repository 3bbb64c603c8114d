package org.chengshu.place;

import java.util.Optional;

/**
 * Takes the text of an address apart along the city's tree of areas, as fresh as that tree. Nothing is guessed: where a name
 * fits several areas the answer stops above them and says so. Safe for use by many threads.
 */
public interface Addresses {
    int LONGEST = 500;

    /** Of a text of at most {@link #LONGEST} characters; longer ones fault with {@code ADDRESS_TOO_LONG}. */
    AddressSplit split(String text);

    /** The same for an address that is known to lie in an area, so that it may leave out what is above. */
    AddressSplit split(String text, Optional<String> withinArea);
}
