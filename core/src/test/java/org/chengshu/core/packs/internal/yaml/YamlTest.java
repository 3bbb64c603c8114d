package org.chengshu.core.packs.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.chengshu.core.packs.PackFault;
import org.chengshu.core.packs.internal.yaml.YamlToJson.Converted;
import org.junit.jupiter.api.Test;

class YamlTest {
    private final FaultList faults = new FaultList();

    @Test
    void readsTheScalarsOfYaml12AsJson() {
        Converted read = read("""
                number: 21
                negative: -3
                hex: 0x1F
                octal: 0o17
                huge: 123456789012345678901234567890
                decimal: 2.50
                yes: yes
                truth: true
                nothing: null
                code: "0310"
                time: 2024-01-01
                """).orElseThrow();

        assertThat(read.json())
                .hasToString("{\"number\":21,\"negative\":-3,\"hex\":31,\"octal\":15,"
                        + "\"huge\":123456789012345678901234567890,\"decimal\":2.5,\"yes\":\"yes\",\"truth\":true,"
                        + "\"nothing\":null,\"code\":\"0310\",\"time\":\"2024-01-01\"}");
    }

    @Test
    void knowsTheLineOfEveryNode() {
        Converted read = read("""
                # a remark
                id: station
                title: {zh: 站, en: Station}
                properties:
                  - id: pm25
                    a/b~c: 1
                """).orElseThrow();

        assertThat(read.lines().line("/id")).isEqualTo(2);
        assertThat(read.lines().line("/title/en")).isEqualTo(3);
        assertThat(read.lines().line("/properties")).isEqualTo(4);
        assertThat(read.lines().line("/properties/0/a~1b~0c")).isEqualTo(6);
        assertThat(read.lines().line("/properties/0/missing/deeper")).isEqualTo(5);
    }

    @Test
    void writesAliasesOut() {
        assertThat(read("a: &x {n: 1}\nb: *x\n").orElseThrow().json()).hasToString("{\"a\":{\"n\":1},\"b\":{\"n\":1}}");
    }

    @Test
    void stopsAnAuthorWhoMultipliesAliasesBeyondMeasure() {
        String bomb = "a0: &a0 [x, x]\n"
                + IntStream.rangeClosed(1, 40)
                        .mapToObj(n -> "a" + n + ": &a" + n + " [*a" + (n - 1) + ", *a" + (n - 1) + "]\n")
                        .collect(Collectors.joining());

        assertThat(read(bomb)).isEmpty();

        assertThat(messages()).singleElement().asString().contains("aliases");
    }

    @Test
    void stopsAnAuthorWhoUsesTooManyAliases() {
        String many = "a: &a [x]\nb: [" + "*a, ".repeat(101) + "]\n";

        assertThat(read(many)).isEmpty();

        assertThat(messages()).singleElement().asString().contains("aliases");
    }

    @Test
    void refusesANodeThatHoldsItself() {
        assertThat(read("a: &a [*a]\n")).isEmpty();

        assertThat(faults.isEmpty()).isFalse();
    }

    @Test
    void refusesDeepNestingBeforeItHurts() {
        assertThat(read("[".repeat(100_000))).isEmpty();

        assertThat(messages()).singleElement().asString().contains("levels deep");
    }

    @Test
    void tellsTheLineOfASyntaxError() {
        assertThat(read("a: 1\nb: [1, 2\nc: 3\n")).isEmpty();

        assertThat(faults.sorted()).singleElement().extracting(PackFault::place).isEqualTo("file.yaml:3");
    }

    @Test
    void refusesWhatJsonCannotSay() {
        assertThat(read("a: .inf\n")).isEmpty();
        assertThat(read("a: !!binary aGk=\n")).isEmpty();
        assertThat(read("a: !secret x\n")).isEmpty();
        assertThat(read("? [1, 2]\n: x\n")).isEmpty();
        assertThat(read("a: 1\n---\nb: 2\n")).isEmpty();

        assertThat(faults.sorted()).hasSize(5);
    }

    @Test
    void tellsAKeyThatIsGivenTwice() {
        read("a: 1\nb: 2\na: 3\n");

        assertThat(faults.sorted()).singleElement().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo("file.yaml:3");
            assertThat(fault.message().en()).contains("line 1");
        });
    }

    @Test
    void takesAFileWithNothingButRemarksForEmpty() {
        assertThat(YamlFile.compose("file.yaml", "# nothing yet\n", faults)).isEmpty();
        assertThat(YamlFile.compose("file.yaml", "", faults)).isEmpty();

        assertThat(faults.isEmpty()).isTrue();
    }

    @Property(tries = 2000)
    void answersAnyTextWithAValueOrAFault(
            @ForAll
                    @StringLength(max = 60)
                    @Chars({
                        '{', '}', '[', ']', ':', '-', ' ', '\n', '&', '*', '!', '|', '>', '"', '\'', '#', '?', '%', '\t'
                    })
                    @CharRange(from = 'a', to = 'f')
                    String text) {
        Optional<Converted> read = read(text);

        assertThat(read.isPresent()
                        || !faults.isEmpty()
                        || YamlFile.compose("file.yaml", text, faults).isEmpty())
                .isTrue();
    }

    private Optional<Converted> read(String text) {
        return YamlFile.compose("file.yaml", text, faults)
                .flatMap(node -> new YamlToJson(faults).convert("file.yaml", node));
    }

    private List<String> messages() {
        return faults.sorted().stream().map(fault -> fault.message().en()).toList();
    }
}
