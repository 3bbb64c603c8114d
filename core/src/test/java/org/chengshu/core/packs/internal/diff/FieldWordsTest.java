package org.chengshu.core.packs.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.chengshu.core.packs.PackDiff.FieldDiff;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FieldWordsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode SCHEMA = JSON.readTree("""
            {"type": "object",
             "properties": {
               "severity": {"type": "integer", "x-as": "severity", "x-name": {"zh": "级别", "en": "severity"}},
               "title": {"$ref": "#/$defs/text", "x-name": {"zh": "标题", "en": "title"}},
               "by": {"enum": ["sensor"], "x-words": {"sensor": {"zh": "传感器", "en": "the sensor"}}},
               "deadlines": {
                 "x-name": {"zh": "时限", "en": "deadlines"}, "type": "object",
                 "propertyNames": {"x-words": {"handle": {"zh": "处置", "en": "handling"}}},
                 "additionalProperties": {"type": "string"}},
               "properties": {
                 "x-name": {"zh": "属性", "en": "properties"}, "type": "array",
                 "items": {"x-name": {"zh": "属性", "en": "property"}, "properties": {
                   "range": {"x-as": "range", "x-name": {"zh": "量程", "en": "range"}}}}},
               "curve": {"type": "array", "items": {"x-name": {"zh": "点", "en": "point"}}}
             },
             "$defs": {"text": {"properties": {"zh": {}, "en": {}}}}}
            """);

    @Test
    void saysSeveritiesByTheirColour() {
        assertThat(words("{severity: 3}", "{severity: 4}"))
                .containsExactly("级别：由 橙色（3 级） 改为 红色（4 级） | severity: from orange (3) to red (4)");
    }

    @Test
    void saysDurationsAsPeopleDo() {
        assertThat(words("{deadlines: {handle: PT4H}}", "{deadlines: {handle: PT1H30M}}"))
                .containsExactly(
                        "时限 · 处置：由 4 小时 改为 1 小时 30 分钟" + " | deadlines, handling: from 4 hours to 1 hour 30 minutes");
    }

    @Test
    void namesTheLanguageWhenOnlyOneChanges() {
        assertThat(words("{title: {zh: 扬尘, en: Dust}}", "{title: {zh: 工地扬尘, en: Dust}}"))
                .containsExactly("标题 · 中文：由 扬尘 改为 工地扬尘 | title, Chinese: from 扬尘 to 工地扬尘");
        assertThat(words("{title: {zh: 扬尘, en: Dust}}", "{title: {zh: 工地扬尘, en: Dust at a site}}"))
                .containsExactly("标题：由 「扬尘」 改为 「工地扬尘」 | title: from “Dust” to “Dust at a site”");
    }

    @Test
    void findsAnElementByItsKeyWhereverItStands() {
        assertThat(words(
                        "{properties: [{id: pm10, range: [0, 1000]}, {id: pm25, range: [0, 1000]}]}",
                        "{properties: [{id: co}, {id: pm10, range: [0, 1000]}, {id: pm25, range: [0, 500.5]}]}"))
                .containsExactly(
                        "属性 co：新设为 编号 co | property co: set to id co",
                        "属性 pm25 · 量程：由 0 至 1000 改为 0 至 500.5 | property pm25, range: from 0..1000 to 0..500.5");
    }

    @Test
    void tellsWhatJoinsAndLeavesAList() {
        assertThat(words("{pages: [a, b]}", "{pages: [b, c, d]}"))
                .containsExactly("pages：增加 c、d；去掉 a | pages: added c, d; taken away a");
        assertThat(words("{pages: [a, b]}", "{pages: [b, a]}"))
                .containsExactly("pages：顺序改变 | pages: the order changed");
    }

    @Test
    void namesThePointOfACurve() {
        assertThat(words("{curve: [[0, 0], [150, 100]]}", "{curve: [[0, 0], [150, 110], [200, 150]]}"))
                .containsExactly(
                        "点 150：由 100 改为 110 | point 150: from 100 to 110",
                        "点 200：新设为 200、150 | point 200: set to 200, 150");
    }

    @Test
    void saysWhatIsSetAndWhatIsNoMore() {
        assertThat(words("{by: sensor}", "{create: true}"))
                .containsExactly(
                        "create：新设为 是 | create: set to yes", "by：取消（原为 传感器） | by: no longer set (was the sensor)");
    }

    @Test
    void showsOfALongTextThePartThatDiffers() {
        String long1 = "The day's air quality index of the national stations; of an area, concentrations are averaged.";
        String long2 = long1.replace("national", "provincial");
        assertThat(words("{when: \"" + long1 + "\"}", "{when: \"" + long2 + "\"}")
                        .getFirst())
                .endsWith(
                        "when: from “…y index of the national stations; of…” to “…y index of the provincial stations; of…”");
    }

    @Test
    void takesNumbersByTheirValue() {
        assertThat(words("{a: 1.0, b: [1, 2]}", "{a: 1, b: [1.0, 2]}")).isEmpty();
    }

    @Property
    void saysEveryDurationInBothLanguages(@ForAll @LongRange(min = 0, max = 10_000_000) long seconds) {
        String written = Duration.ofSeconds(seconds).toString();
        assertThat(DurationWords.of(written)).hasValueSatisfying(said -> {
            assertThat(said.zh()).matches("(\\d+ (天|小时|分钟|秒) ?)+");
            assertThat(said.en()).matches("(\\d+ (day|hour|minute|second)s? ?)+");
        });
    }

    private static List<String> words(String before, String after) {
        return FieldWords.of(SCHEMA, json(before), json(after)).stream()
                .map(FieldDiff::words)
                .map(words -> words.zh() + " | " + words.en())
                .toList();
    }

    private static JsonNode json(String yaml) {
        return JSON.valueToTree(new org.snakeyaml.engine.v2.api.Load(
                        org.snakeyaml.engine.v2.api.LoadSettings.builder().build())
                .loadFromString(yaml));
    }
}
