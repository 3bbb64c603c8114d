package org.chengshu.cases.check;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who or what closed a case. */
record Closer(UUID closure, String by, Optional<UUID> person, Optional<String> name, Optional<String> way) {
    /** In which post: whoever handled it and closed it by that, who went there, who called, else who verified. */
    String post(Set<UUID> handlers) {
        return switch (by) {
            case "sensor", "run" -> by;
            case "check" -> way.filter("callback"::equals).isPresent() ? "operator" : "checker";
            default -> person.filter(handlers::contains).isPresent() ? "handler" : "verifier";
        };
    }
}
