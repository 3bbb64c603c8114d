package org.chengshu.core.doctor.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.chengshu.core.settings.NodeArguments;
import org.chengshu.core.settings.Settings;
import org.chengshu.core.spi.Finding;
import org.chengshu.core.spi.HealthSource;
import org.chengshu.core.spi.SettingSource;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** The settings as the next start would find them, read without a node. */
public final class SettingsAtRest implements AutoCloseable {
    private static final Pattern READER =
            Pattern.compile("org\\.chengshu\\.core\\.settings\\.internal\\.SettingsConfiguration");

    private final GenericApplicationContext context;

    private SettingsAtRest(GenericApplicationContext context) {
        this.context = context;
    }

    /** Throws what a start would throw when they are faulty. */
    public static SettingsAtRest read(NodeArguments arguments) {
        GenericApplicationContext context = new GenericApplicationContext();
        AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
        context.registerBean(NodeArguments.class, () -> arguments);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(SettingSource.class));
        scanner.addIncludeFilter(new RegexPatternTypeFilter(READER));
        scanner.scan("org.chengshu");
        context.refresh();
        return new SettingsAtRest(context);
    }

    public Settings settings() {
        return context.getBean(Settings.class);
    }

    /** What there is to say of them. */
    public List<HealthSource> sources() {
        int number = settings().list().size();
        return List.of(new Plain(
                "settings",
                Text.of("设置", "Settings"),
                () -> Finding.ok(Text.of(number + " 项设置均有效", "All " + number + " settings are valid"))));
    }

    @Override
    public void close() {
        context.close();
    }
}
