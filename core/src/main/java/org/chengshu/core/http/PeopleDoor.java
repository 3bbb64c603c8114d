package org.chengshu.core.http;

import java.nio.file.Path;
import java.util.Optional;

/** How people's programs reach this node: over HTTPS when there is a certificate, which then stands in this PEM file; else over plain HTTP. Does not change while the node runs. */
public interface PeopleDoor {
    Optional<Path> certificate();

    default String scheme() {
        return certificate().isPresent() ? "https" : "http";
    }
}
