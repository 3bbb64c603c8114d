package org.chengshu.data.feed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.chengshu.data.feed.FileFormat;
import org.chengshu.data.feed.FileShape;
import org.chengshu.kernel.Fault;
import org.junit.jupiter.api.Test;

class JsonFileTest {
    @Test
    void readsAListAndFlattensWhatIsNested() {
        Bytes file = Bytes.of("[{\"id\":1,\"place\":{\"lat\":22.5,\"name\":\"罗湖\"},\"tags\":[\"a\",\"b\"],\"ok\":true},"
                + "{\"id\":\"2\",\"late\":null,\"extra\":1.50}]");
        assertThat(file.inspect().columns())
                .containsExactly("id", "place.lat", "place.name", "tags", "ok", "late", "extra");
        assertThat(file.rows())
                .containsExactly(
                        Arrays.asList("1", "22.5", "罗湖", "[\"a\",\"b\"]", "true", null, null),
                        Arrays.asList("2", null, null, null, null, null, "1.50"));
    }

    @Test
    void numbersAreWrittenPlain() {
        assertThat(Bytes.of("[{\"a\":1.5e3,\"b\":-2E-2,\"c\":0.10,\"d\":1e999999}]")
                        .rows())
                .containsExactly(List.of("1500", "-0.02", "0.10", "1E+999999"));
    }

    @Test
    void readsOneObjectALineAndTellsTheLinesThatAreNone() {
        Bytes file = Bytes.of("{\"a\":1}\n\n{\"a\":2,\"b\":\"x\"}\n{\"a\":3\n[4]\n{\"a\":5} 6\n{\"b\":\"end\"}");
        assertThat(file.inspect().shape().format()).contains(FileFormat.JSONL);
        assertThat(file.rows())
                .containsExactly(
                        Arrays.asList("1", null),
                        List.of("2", "x"),
                        Arrays.asList("!", "{\"a\":3", null),
                        Arrays.asList("!", "[4]", null),
                        Arrays.asList("!", "{\"a\":5} 6", null),
                        Arrays.asList(null, "end"));
    }

    @Test
    void findsTheListWithinADocument() {
        Bytes file =
                Bytes.of("{\"code\":0,\"data\":{\"total\":2,\"items\":[{\"n\":1},{\"n\":2}],\"more\":[{\"x\":1}]}}");
        assertThat(file.inspect().lists()).containsExactly("data.items", "data.more");
        assertThat(file.rows()).containsExactly(List.of("1"), List.of("2"));
        assertThat(file.rows(FileShape.untold().at("data.more"))).containsExactly(List.of("1"));
        assertThatThrownBy(() -> file.rows(FileShape.untold().at("data.none"))).hasMessageContaining("data.none");
        assertThatThrownBy(() -> file.rows(FileShape.untold().at("data"))).hasMessageContaining("not a list");
    }

    @Test
    void readsFeaturesWithTheirPlaces() {
        Bytes file = Bytes.of("{\"type\":\"FeatureCollection\",\"features\":["
                + "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"名称\":\"站\",\"in\":{\"a\":1}},\"geometry\":"
                + "{\"type\":\"Point\",\"coordinates\":[121.5,31.2,4]}},"
                + "{\"type\":\"Feature\",\"properties\":null,\"geometry\":null},"
                + "{\"type\":\"Feature\",\"properties\":{\"名称\":\"线\"},\"geometry\":"
                + "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}}]}");
        assertThat(file.inspect().shape().format()).contains(FileFormat.GEOJSON);
        assertThat(file.inspect().columns())
                .containsExactlyInAnyOrder("id", "名称", "in.a", "geometry", "lon", "lat", "properties");
        assertThat(file.rows().getFirst()).contains("站", "121.5", "31.2", "7", "1");
        assertThat(file.rows().getLast()).contains("{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}");
    }

    @Test
    void unsoundDocumentsAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> Bytes.of("[{\"a\":1},\n{\"a\":}]").rows())
                .isInstanceOf(Fault.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Bytes.of("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}")
                        .rows())
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> Bytes.of("{\"a\":1}").rows()).hasMessageContaining("no list");
    }
}
