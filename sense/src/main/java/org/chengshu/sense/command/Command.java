package org.chengshu.sense.command;

import tools.jackson.databind.JsonNode;

/** A command on its way to a device: its number, the function, the arguments as an object. */
public record Command(int id, String name, JsonNode arguments) {}
