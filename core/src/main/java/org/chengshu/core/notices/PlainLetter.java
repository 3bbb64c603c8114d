package org.chengshu.core.notices;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter to somebody who has no account: words alone, in which addresses of pages become links. Its text never shows who it is for.
 *
 * @param id the same for one letter however often it is tried, so that a mail server may know it again
 * @param end where one call ends what the letter belongs to (RFC 8058), if there is such a thing
 */
public record PlainLetter(UUID id, String to, String subject, String text, Optional<String> end) {
    public PlainLetter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(end, "end");
        if (to.isBlank() || subject.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a letter has a receiver, a subject and words");
        }
    }

    @Override
    public String toString() {
        return "PlainLetter[" + id + "]";
    }
}
