package org.chengshu.demo.fleet;

import java.net.URI;

/** Where devices speak: over HTTP, and over MQTT. */
public record Doors(URI http, String mqttHost, int mqttPort) {}
