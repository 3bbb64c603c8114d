package org.chengshu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void answersInTheLanguageAskedForAndInChineseOtherwise() {
        Text name = Text.of("告警", "alarm");

        assertThat(name.in(Locale.UK)).isEqualTo("alarm");
        assertThat(name.in(Locale.CHINA)).isEqualTo("告警");
        assertThat(name.in(Locale.FRANCE)).isEqualTo("告警");
    }

    @Test
    void refusesAMissingTranslation() {
        assertThatThrownBy(() -> Text.of("告警", " ")).hasMessageContaining("en");
    }
}
