package org.chengshu.data.feed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.Detected;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.FeedLimits;
import org.chengshu.data.feed.FileFormat;
import org.chengshu.data.feed.FileShape;
import org.chengshu.kernel.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTextTest {
    private static final String CITIES = "城市,人口,说明\n北京,1359.2,首都\n上海,1455.1,直辖市\n广州,897.9,省会\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE"})
    void readsChineseInWhateverEncodingItCame(String encoding) {
        Bytes file = Bytes.of(CITIES, Charset.forName(encoding));
        assertThat(file.inspect().columns()).containsExactly("城市", "人口", "说明");
        assertThat(file.rows()).hasSize(3).contains(List.of("广州", "897.9", "省会"));
        assertThat(file.packed().rows()).isEqualTo(file.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void theByteOrderMarkIsNoPartOfTheFirstHead(String encoding) {
        Bytes file = Bytes.of("\uFEFF" + CITIES, Charset.forName(encoding));
        assertThat(file.inspect().columns()).startsWith("城市");
        assertThat(file.inspect().shape().encoding()).contains(encoding);
        assertThat(file.rows(file.inspect().shape())).isEqualTo(file.rows());
    }

    @Test
    void westernTextIsNotTakenForChinese() {
        Bytes file = Bytes.of("Ort;Straße\nMünchen;Königsplatz\nKöln;Höhenstraße\n", Charset.forName("windows-1252"));
        assertThat(file.rows()).contains(List.of("München", "Königsplatz"));
    }

    @Test
    void chineseThatComesOnlyFarDownIsFound() {
        String ascii = "id,name\n" + "1,abcdefghijklmnop\n".repeat(20_000);
        Bytes file = Bytes.of(ascii + "2,人民路\n", Charset.forName("GB18030"));
        assertThat(file.inspect().shape().encoding()).contains("GB18030");
        assertThat(file.rows().getLast()).containsExactly("2", "人民路");
    }

    @Test
    void delimitersAndQuotesAreFound() {
        assertThat(Bytes.of("a\tb\n1\t2,5\n3\t4,5\n").inspect().shape().format())
                .contains(FileFormat.TSV);
        assertThat(Bytes.of("a;b\n1;2,5\n3;4,5\n").rows()).contains(List.of("1", "2,5"));
        assertThat(Bytes.of("a|b\n1|2\n").rows()).containsExactly(List.of("1", "2"));
        assertThat(Bytes.of("a,b\n'1,2','x'\n'3,4','y'\n'5,6','z'\n").rows()).contains(List.of("1,2", "x"));
        assertThat(Bytes.of("a,b\n\"say \"\"yes\"\"\",\"two\nlines\"\nc,d\n").rows())
                .containsExactly(List.of("say \"yes\"", "two\nlines"), List.of("c", "d"));
    }

    @Test
    void everyFindingMayBeOverridden() {
        Bytes file = Bytes.of("a;b,c\n1;2,3\n");
        assertThat(file.rows(FileShape.untold().delimitedBy(","))).containsExactly(List.of("1;2", "3"));
        assertThat(file.rows(FileShape.untold().delimitedBy(";").headedBy(0)))
                .containsExactly(List.of("a", "b,c"), List.of("1", "2,3"));
        assertThat(Bytes.of(CITIES, Charset.forName("GBK"))
                        .inspect(FileShape.untold().encoded("ISO-8859-1"))
                        .columns())
                .doesNotContain("城市");
        assertThatThrownBy(() -> file.rows(FileShape.untold().encoded("klingon")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("klingon");
    }

    @Test
    void titlesAboveAndNotesBelowAreShownAndLeftOut() {
        Bytes file = Bytes.of("2018年主要城市年度数据,,\n单位：万人,,\n城市,人口,说明\n北京,1359.2,首都\n上海,1455.1,\n数据来源：国家统计局,,\n");
        Detected found = file.inspect();
        assertThat(found.columns()).containsExactly("城市", "人口", "说明");
        assertThat(found.shape().header()).contains(3);
        assertThat(found.notes().toString()).contains("2018年主要城市年度数据").contains("单位：万人");
        assertThat(file.rows()).containsExactly(List.of("北京", "1359.2", "首都"), List.of("上海", "1455.1", ""));
    }

    @Test
    void aRowThatOnlyLooksLikeANoteStaysARow() {
        Bytes file = Bytes.of("a,b,c\n1,2,3\n备注：空,,\n4,5,6\n");
        assertThat(file.rows()).hasSize(3).contains(List.of("备注：空", "", ""));
    }

    @Test
    void tablesWithoutHeadsKeepTheirFirstRow() {
        Bytes file = Bytes.of("1,2019-01-01,3.5\n2,2019-01-02,4\n3,2019-01-03,4.5\n");
        assertThat(file.inspect().columns()).containsExactly("column 1", "column 2", "column 3");
        assertThat(file.rows()).hasSize(3);
    }

    @Test
    void headsAreUniqueAndNeverBlank() {
        assertThat(Bytes.of("名称,,名称,数量,\n a,2,b,4,5\n").inspect().columns())
                .containsExactly("名称", "column 2", "名称 (2)", "数量", "column 5");
    }

    @Test
    void whatIsWrongCostsOneRow() {
        Bytes file = Bytes.of("a,b,c\n1,\"open,3\n4,5,6\n7,8\n9,10,11,12\n\"x\"y,1,2\n13,14,15\n");
        assertThat(file.rows())
                .containsExactly(
                        List.of("!", "1", "\"open", "3"),
                        List.of("4", "5", "6"),
                        java.util.Arrays.asList("!", "7", "8", null),
                        List.of("!", "9", "10", "11"),
                        List.of("!", "\"x\"y", "1", "2"),
                        List.of("13", "14", "15"));
    }

    @Test
    void brokenRowsSayWhyAndWhere() {
        try (Feed feed = Bytes.of("a,b,c\n1,2,3\n\n7,8\n").open(FileShape.untold())) {
            assertThat(feed.next()).isTrue();
            assertThat(feed.broken()).isEmpty();
            assertThat(feed.next()).isTrue();
            assertThat(feed.line()).isEqualTo(4);
            assertThat(feed.broken().orElseThrow().en()).isEqualTo("the row has 2 cells, the heads are 3");
        }
    }

    @Test
    void bytesThatDoNotDecodeAreTold() {
        byte[] bytes = ("名称,值\n" + "正常,1\n".repeat(3_000) + "坏,2\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xFF;
        Bytes file = new Bytes(bytes, "a.csv");
        assertThat(file.inspect().shape().encoding()).contains("UTF-8");
        assertThat(file.inspect().notes().toString()).contains("places do not decode");
        assertThat(file.rows()).hasSize(3_001);
        assertThat(file.rows().getLast()).startsWith("!");
    }

    @Test
    void rowsBeyondTheLimitsAreBrokenAndTheNextIsRead() {
        String longest = "x".repeat(FeedLimits.LONGEST_ROW + 10);
        assertThat(Bytes.of("a,b\n1,2\n" + longest + ",1\n3,4\n").rows())
                .hasSize(3)
                .satisfies(rows -> assertThat(rows.get(1)).startsWith("!"))
                .endsWith(List.of("3", "4"));
    }

    @Test
    void whatIsNoTableIsRefusedByName() {
        assertRefused(Bytes.of(""), "empty");
        assertRefused(Bytes.of("<html><table></table></html>"), "web page");
        assertRefused(Bytes.of("%PDF-1.7 ..."), "pdf");
        assertRefused(Bytes.of("\n\n \n"), "no rows");
        assertRefused(Bytes.of("a".repeat(10) + ",b".repeat(FeedLimits.MOST_COLUMNS)), "columns");
    }

    @Test
    void aFileThatUnpacksBeyondMeasureIsRefused() {
        Bytes bomb = Bytes.of("a,b\n" + "0,0\n".repeat(40_000_000)).packed();
        assertThatThrownBy(bomb::rows).isInstanceOf(Fault.class).hasMessageContaining("unpacks");
    }

    private static void assertRefused(Bytes file, String why) {
        assertThatThrownBy(file::inspect)
                .isInstanceOf(Fault.class)
                .hasMessageContaining(why)
                .extracting(fault -> ((Fault) fault).code())
                .isEqualTo(DataError.FILE_UNREADABLE);
    }
}
