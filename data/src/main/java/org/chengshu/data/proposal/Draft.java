package org.chengshu.data.proposal;

import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A rule that a profile suggests.
 *
 * @param spec as a rule is written
 * @param guard worth having although nothing fails it now
 * @param most the share of failures above which it is no rule but the way things are
 */
record Draft(JsonNode spec, Text reason, boolean guard, double most) {}
