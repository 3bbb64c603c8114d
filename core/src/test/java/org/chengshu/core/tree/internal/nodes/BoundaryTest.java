package org.chengshu.core.tree.internal.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BoundaryTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void isAPolygonWithHolesOrSeveralPolygons() {
        assertThat(area("""
                        {"type": "Polygon", "coordinates": [[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]]}
                        """)).isEqualTo(15);
        assertThat(area("""
                        {"type": "MultiPolygon", "coordinates":
                          [[[[0,0],[1,0],[1,1],[0,1],[0,0]]], [[[5,5],[7,5],[7,7],[5,7],[5,5]]]]}
                        """)).isEqualTo(5);
    }

    @Test
    void closesARingThatDoesNotEndWhereItBegan() {
        assertThat(area("{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[2,0],[2,2],[0,2]]]}"))
                .isEqualTo(4);
    }

    @Test
    void isNothingElse() {
        refuses("{\"type\": \"Point\", \"coordinates\": [1, 2]}", "Polygon or a MultiPolygon");
        refuses("{\"type\": \"Polygon\", \"coordinates\": []}", "at least one ring");
        refuses("{\"type\": \"Polygon\", \"coordinates\": 7}", "lists");
        refuses("{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,0]]]}", "at least three corners");
        refuses("{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[\"1\",0],[1,1],[0,0]]]}", "[longitude, latitude]");
        refuses("{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[181,0],[1,1],[0,0]]]}", "longitude");
        refuses("{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[2,2],[2,0],[0,2],[0,0]]]}", "Self-intersection");
        refuses("{\"type\": \"MultiPolygon\", \"coordinates\": []}", "empty");
    }

    private static double area(String json) {
        return Boundary.read(JSON.readTree(json)).getArea();
    }

    private static void refuses(String json, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Boundary.read(JSON.readTree(json)))
                .withMessageContaining(why);
    }
}
