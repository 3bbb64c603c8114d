package org.chengshu.data.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.Fact;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Dataset;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.Test;

class FactRegistryTest {
    private static final Text TITLE = Text.of("题", "title");

    @Test
    void collectsWhatAllModulesPublish() {
        FactRegistry registry = new FactRegistry(List.of(
                () -> List.of(fact("b.two", "facts.b_two", "at")), () -> List.of(fact("a.one", "facts.a_one", "at"))));
        assertThat(registry.list()).extracting(Dataset::id).containsExactly("a.one", "b.two");
    }

    @Test
    void aFaultyFactStopsTheStartWithEveryReason() {
        assertThatThrownBy(() -> new FactRegistry(List.of(
                        () -> List.of(fact("a.one", "cs_sense.device", "at"), fact("A", "facts.a", "when")),
                        () -> List.of(fact("a.one", "facts.a_one", "at")))))
                .hasMessageContaining("cs_sense.device")
                .hasMessageContaining("dataset id A")
                .hasMessageContaining("time field when")
                .hasMessageContaining("a.one is published twice");
    }

    @Test
    void anUnknownDatasetNamesTheNearest() {
        FactRegistry registry = new FactRegistry(List.of(() -> List.of(fact("a.one", "facts.a_one", "at"))));
        assertThatThrownBy(() -> registry.get("a.ona"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("did you mean a.one?");
    }

    private static Fact fact(String id, String view, String time) {
        return new Fact(
                id, TITLE, view, "a", time, Optional.empty(), List.of(FactField.of("at", TITLE, FieldType.INSTANT)));
    }
}
