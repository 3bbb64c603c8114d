package org.chengshu.demo;

import java.net.URI;

/** The public doors of the node that the demonstration plays on, and a token that may set it up. Immutable. */
public record DemoTarget(URI http, URI device, String mqttHost, int mqttPort, String token) {
    @Override
    public String toString() {
        return "DemoTarget[" + http + "]";
    }
}
