package org.chengshu.core.tree.internal.nodes;

import org.chengshu.kernel.geo.Datum;
import tools.jackson.databind.JsonNode;

/** A boundary: GeoJSON in WGS-84, and the datum it came in. */
public record Outline(JsonNode geometry, Datum datum) {}
