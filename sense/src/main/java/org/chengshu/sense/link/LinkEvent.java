package org.chengshu.sense.link;

import java.time.Instant;
import java.util.Optional;

/** What is to be written to the log. */
sealed interface LinkEvent {
    Link link();

    record Opened(Link link) implements LinkEvent {}

    record Closed(Link link, Instant at, Leaving why, Optional<String> detail) implements LinkEvent {}
}
