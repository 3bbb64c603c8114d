package org.chengshu.core.settings.internal;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.settings.NodeArguments;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.settings.SettingView;
import org.chengshu.core.settings.Settings;

/** The settings as they were when the node started; looks at their places again only to tell what the next start would find. */
final class SettingsOfNode implements Settings {
    private final NodeArguments arguments;
    private final SettingBook book;
    private final SettingsRead read;

    private SettingsOfNode(NodeArguments arguments, SettingBook book, SettingsRead read) {
        this.arguments = arguments;
        this.book = book;
        this.read = read;
    }

    static SettingsOfNode read(NodeArguments arguments, SettingBook book) {
        SettingsRead read = SettingsReader.of(arguments, book);
        if (!read.faults().isEmpty()) {
            int count = read.faults().size();
            throw new FaultyInput(
                    CoreError.SETTINGS_FAULTY,
                    count == 1 ? "one setting is faulty" : count + " settings are faulty",
                    read.faults());
        }
        return new SettingsOfNode(arguments, book, read);
    }

    @Override
    @SuppressWarnings("unchecked") // the setting itself read the value
    public <T> T get(Setting<T> setting) {
        if (!book.holds(setting)) {
            throw new IllegalArgumentException("no SettingSource hands over the setting " + setting.name());
        }
        return (T) read.values().get(setting.name());
    }

    @Override
    public List<SettingView> list() {
        SettingsRead next = SettingsReader.of(arguments, book);
        return book.settings().stream().map(setting -> view(setting, next)).toList();
    }

    @Override
    public List<PlacedFault> faultsOfNextStart() {
        return SettingsReader.of(arguments, book).faults();
    }

    private SettingView view(Setting<?> setting, SettingsRead next) {
        boolean same = next.text(setting).equals(read.text(setting));
        return new SettingView(
                setting,
                read.shown(setting),
                read.origin(setting),
                read.place(setting),
                same ? Optional.empty() : Optional.of(next.shown(setting).orElse("")));
    }
}
