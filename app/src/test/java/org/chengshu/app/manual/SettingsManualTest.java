package org.chengshu.app.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.settings.SettingsManual;
import org.chengshu.core.spi.SettingSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * The manual's table of settings is what the code declares. After a change of a declaration:
 * {@code mvn test -pl app -am -Dtest=SettingsManualTest -Dsurefire.failIfNoSpecifiedTests=false -Dchengshu.manual=write}.
 */
class SettingsManualTest {
    private static final Path MANUAL = Path.of("..", "docs", "settings.md");

    @Test
    void holdsEverySettingAsItIsDeclared() throws IOException {
        String written = SettingsManual.of(declared());
        if ("write".equals(System.getProperty("chengshu.manual"))) {
            Files.writeString(MANUAL, written);
        }

        assertThat(Files.readString(MANUAL)).isEqualTo(written);
    }

    private static List<Setting<?>> declared() {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(SettingSource.class));
            scanner.scan("org.chengshu");
            context.refresh();
            List<Setting<?>> settings = context.getBeansOfType(SettingSource.class).values().stream()
                    .<Setting<?>>flatMap(source -> source.settings().stream())
                    .toList();
            assertThat(settings).isNotEmpty();
            return settings;
        }
    }
}
