package org.chengshu.data.theme.model;

import java.util.List;
import java.util.Map;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Rows of inputs, and the rows that the query must make of them; what an expected row does not name is not compared. */
public record ThemeSample(Text title, Map<String, List<JsonNode>> given, List<JsonNode> expect) {
    public ThemeSample {
        given = Map.copyOf(given);
        expect = List.copyOf(expect);
    }
}
