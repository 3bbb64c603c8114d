package org.chengshu.core.access.internal.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells by the credentials of a request who makes it. */
@FunctionalInterface
public interface Identification {
    Optional<Identity> of(HttpServletRequest request);
}
