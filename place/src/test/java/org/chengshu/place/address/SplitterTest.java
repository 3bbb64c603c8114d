package org.chengshu.place.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chengshu.place.AddressSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitterTest {
    private static final SmallTree CITY = new SmallTree(SmallTree.CITY);
    private static final SmallTree COUNTRY = new SmallTree(SmallTree.COUNTRY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            鹏城市南山区粤海街道科苑路8号              | 鹏城市 南山区 粤海街道
            广东省鹏城市南山区粤海街道科苑路8号          | 鹏城市 南山区 粤海街道
            南山区科苑路8号                          | 南山区
            鹏城南山科苑路8号                         | 鹏城市 南山区
            南山区粤海办事处滨海社区                    | 南山区 粤海街道 滨海社区
            南山区粤海街道滨海居委会                    | 南山区 粤海街道 滨海社区
            鹏城市粤海街道科苑路8号                     | 鹏城市 粤海街道
            南山区沙河街道白石路1号                     | 南山区 沙河镇
            鹏 城 市　南山区 科苑路                     | 鹏城市 南山区
            """)
    void walksTheTreeWithAndWithoutSuffixesAndLevels(String text, String areas) {
        assertThat(CITY.areas(text)).isEqualTo(areas);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            新疆巴州库尔勒市香梨大道               | 新疆维吾尔自治区 巴音郭楞蒙古自治州 库尔勒市
            新疆巴音郭楞州焉耆县光明路              | 新疆维吾尔自治区 巴音郭楞蒙古自治州 焉耆回族自治县
            新疆昌吉州阜康市                      | 新疆维吾尔自治区 昌吉回族自治州 阜康市
            新疆吐鲁番地区托克逊县                  | 新疆维吾尔自治区 吐鲁番市 托克逊县
            上海市浦东新区三林镇                   | 上海市 浦东新区 三林镇
            中国（上海）自由贸易试验区富特北路207号    | 上海市
            海南省澄迈县老城镇                     | 海南省 澄迈县 老城镇
            """)
    void knowsTheShortFormsOfTheWholeCountry(String text, String areas) {
        assertThat(COUNTRY.areas(text)).isEqualTo(areas);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            黑龙江省鹤岗市南山区红旗路1号
            南山路100号
            粤海大道3号
            科苑路8号
            鹏城大厦12楼
            """)
    void takesNoRoadAndNoPlaceOfAnotherCityForAnArea(String text) {
        AddressSplit split = CITY.split(text);
        assertThat(split.areaPath()).isEmpty();
        assertThat(split.confidence()).isZero();
        assertThat(split.doubts()).isNotEmpty();
    }

    @Test
    void stopsAboveWhatFitsTwice() {
        AddressSplit split = COUNTRY.split("宝山区同济路60弄48号678室");
        assertThat(split.areaPath()).isEmpty();
        assertThat(split.confidence()).isLessThanOrEqualTo(0.5);
        assertThat(split.doubts().getFirst().zh()).contains("上海市市辖区宝山区").contains("黑龙江省双鸭山市宝山区");
        assertThat(SmallTree.names(COUNTRY.within("上海市", "宝山区同济路60弄48号678室"))).isEqualTo("宝山区");

        AddressSplit shared = CITY.split("鹏城市新安街道1号");
        assertThat(SmallTree.names(shared))
                .as("a street and a town share the name, the street is meant")
                .isEqualTo("鹏城市 新安街道");
    }

    @Test
    void takesTheRestOfTheAddressApart() {
        AddressSplit split = CITY.split("鹏城市南山区粤海街道科苑路8号讯美大厦2栋3单元12层1203室(后门)");
        assertThat(Stream.of(split.road(), split.number(), split.building(), split.unit(), split.floor(), split.room())
                        .map(Optional::orElseThrow)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("科苑路 8号 讯美大厦2栋 3单元 12层 1203室");
        assertThat(split.rest()).isEqualTo("(后门)");
        assertThat(split.confidence()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            南山区同济路60弄48号678室           | 同济路 | 60弄48号 | 678室
            南山区沙河镇高庄村五组               | -     | -       | -
            南山区高新南一道9号A座               | 高新南一道 | 9号   | -
            南山区经济技术开发区海德路3号          | 海德路 | 3号     | -
            南山区科苑路１２３号－１０８室         | 科苑路 | 123号  | -108室
            """)
    void readsRoadNumberAndRoom(String text, String road, String number, String room) {
        AddressSplit split = CITY.split(text);
        assertThat(split.road().orElse("-")).isEqualTo(road);
        assertThat(split.number().orElse("-")).isEqualTo(number);
        assertThat(split.room().orElse("-") + split.rest())
                .isIn(room, room + split.building().orElse(""), split.room().orElse("-"), "-" + split.rest());
    }

    @Test
    void knowsOtherAndFormerNames() {
        SmallTree tree = new SmallTree(
                SmallTree.CITY,
                new AreaName("c1", "蛇口区", true, Optional.empty(), 1),
                new AreaName("gone", "没有区", false, Optional.empty(), 1));
        AddressSplit split = tree.split("鹏城市蛇口区太子路1号");
        assertThat(SmallTree.names(split)).isEqualTo("鹏城市 南山区");
        assertThat(split.confidence()).isLessThan(1);
        assertThat(split.doubts().getFirst().en()).contains("former name");
    }

    @Property(tries = 2_000)
    void nothingMakesItThrowAndNothingIsLost(@ForAll("texts") String text) {
        AddressSplit split = CITY.split(text);
        assertThat(split.confidence()).isBetween(0.0, 1.0);
        String found = split.rest()
                + Stream.of(
                                split.zone(),
                                split.locality(),
                                split.road(),
                                split.number(),
                                split.building(),
                                split.unit(),
                                split.floor(),
                                split.room())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining());
        assertThat(AddressText.plain(text).length()).isGreaterThanOrEqualTo(found.length());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                                "鹏城市", "鹏城", "南山区", "南山", "粤海街道", "宝山区", "科苑路", "8号", "12层", "1203室", "广东省", "村", "(",
                                "）", "第", "A座")
                        .list()
                        .ofMaxSize(8)
                        .map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(60));
    }
}
