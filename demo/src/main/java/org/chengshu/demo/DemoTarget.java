package org.chengshu.demo;

import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The public doors of the node that the demonstration plays on, what it trusts where that node speaks HTTPS, and a token
 * that may set it up. Immutable.
 */
public record DemoTarget(
        URI http, Optional<SSLContext> trust, URI device, String mqttHost, int mqttPort, String token) {
    @Override
    public String toString() {
        return "DemoTarget[" + http + "]";
    }
}
