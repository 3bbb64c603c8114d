package org.chengshu.core.settings.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.settings.NodeArguments;
import org.chengshu.core.settings.NodeSettings;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.settings.SettingOrigin;
import org.chengshu.kernel.Nearest;

/** Reads all places where settings stand, once, and finds everything that is wrong with them. */
final class SettingsReader {
    private final NodeArguments arguments;
    private final SettingBook book;
    private final FaultsFound faults = new FaultsFound();
    private final Map<String, GivenValue> chosen = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();

    private SettingsReader(NodeArguments arguments, SettingBook book) {
        this.arguments = arguments;
        this.book = book;
    }

    static SettingsRead of(NodeArguments arguments, SettingBook book) {
        SettingsReader reader = new SettingsReader(arguments, book);
        Map<String, List<GivenValue>> bySetting = reader.bySetting();
        bySetting.values().forEach(reader::choose);
        book.settings().forEach(reader::value);
        return new SettingsRead(reader.values, reader.chosen, reader.faults.all());
    }

    private Map<String, List<GivenValue>> bySetting() {
        Map<String, List<GivenValue>> known = new TreeMap<>();
        for (GivenValue given : given()) {
            Optional<Setting<?>> setting = book.find(given.name());
            if (setting.isEmpty()) {
                tellUnknown(given);
            } else if (isAllowed(setting.get(), given)) {
                known.computeIfAbsent(setting.get().name(), name -> new ArrayList<>())
                        .add(given);
            }
        }
        return known;
    }

    private List<GivenValue> given() {
        List<GivenValue> all = new ArrayList<>(SettingsFile.read(arguments.dataFolder(), faults));
        arguments.environment().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(variable ->
                        variable(variable.getKey(), variable.getValue()).ifPresent(all::add));
        for (NodeArguments.Given word : arguments.commandLine()) {
            all.add(new GivenValue(word.name(), word.text(), SettingOrigin.COMMAND_LINE, word.place()));
        }
        return all;
    }

    private Optional<GivenValue> variable(String variable, String text) {
        if (book.isOfLauncher(variable)) {
            return Optional.empty();
        }
        Optional<String> name = book.nameOf(variable);
        if (name.isEmpty()) {
            Optional<String> nearest = Nearest.of(variable, book.variables());
            faults.add(
                    variable,
                    "没有这个环境变量对应的设置" + nearest.map(near -> "，是否指 " + near + "？").orElse(""),
                    "no setting has this variable"
                            + nearest.map(near -> "; did you mean " + near + "?")
                                    .orElse(""));
        }
        return name.map(known -> new GivenValue(known, text, SettingOrigin.ENVIRONMENT, variable));
    }

    private void tellUnknown(GivenValue given) {
        Optional<String> nearest = Nearest.of(given.name(), book.names());
        faults.add(
                given.place(),
                "没有名为 " + given.name() + " 的设置"
                        + nearest.map(near -> "，是否指 " + near + "？").orElse(""),
                "no setting is named " + given.name()
                        + nearest.map(near -> "; did you mean " + near + "?").orElse(""));
    }

    private boolean isAllowed(Setting<?> setting, GivenValue given) {
        boolean file = isFileOfSecret(setting, given);
        if (setting == NodeSettings.DATA_FOLDER) {
            faults.add(
                    given.place(),
                    "数据目录只能由 --data 或 CHENGSHU_HOME 指定",
                    "the data folder is said by --data or CHENGSHU_HOME only");
            return false;
        }
        if (setting.isSecret() && !file && given.origin() == SettingOrigin.COMMAND_LINE) {
            faults.add(
                    given.place(),
                    "命令行上的密钥人人可见，请用 " + setting.environmentName() + " 或 " + given.name() + "-file",
                    "a secret on the command line can be seen by everybody on this machine; use "
                            + setting.environmentName() + " or " + given.name() + "-file");
            return false;
        }
        if (!file && given.origin() == SettingOrigin.FILE && isOpenSecret(setting, given)) {
            faults.add(
                    given.place(),
                    given.name() + " 是密钥，而该文件他人可读：请先 chmod 600 " + SettingsFile.NAME,
                    given.name() + " is secret and others may read this file: chmod 600 " + SettingsFile.NAME
                            + " first");
            return false;
        }
        return true;
    }

    private boolean isOpenSecret(Setting<?> setting, GivenValue given) {
        return !setting.shown(given.text()).equals(given.text()) && SettingsFile.isOpenToOthers(arguments.dataFolder());
    }

    private static boolean isFileOfSecret(Setting<?> setting, GivenValue given) {
        return setting.fileName().filter(given.name()::equals).isPresent();
    }

    private void choose(List<GivenValue> given) {
        GivenValue best =
                given.stream().max(Comparator.comparing(GivenValue::origin)).orElseThrow();
        given.stream()
                .filter(other -> !other.equals(best) && other.origin() == best.origin())
                .forEach(other -> faults.add(
                        other.place(),
                        other.name() + " 给了两次，另一处是 " + best.place(),
                        other.name() + " is given twice, also at " + best.place()));
        Setting<?> setting = book.find(best.name()).orElseThrow();
        if (isFileOfSecret(setting, best)) {
            SecretFile.read(best, arguments.dataFolder(), faults)
                    .ifPresent(text ->
                            chosen.put(setting.name(), new GivenValue(best.name(), text, best.origin(), best.place())));
        } else {
            chosen.put(setting.name(), best);
        }
    }

    private void value(Setting<?> setting) {
        GivenValue given = chosen.get(setting.name());
        if (setting == NodeSettings.DATA_FOLDER) {
            values.put(setting.name(), arguments.dataFolder());
        } else if (given == null) {
            setting.fallback(arguments.dataFolder()).ifPresent(value -> values.put(setting.name(), value));
        } else {
            setting.read(given.text(), arguments.dataFolder())
                    .ifPresentOrElse(value -> values.put(setting.name(), value), () -> tellUnfit(setting, given));
        }
    }

    private void tellUnfit(Setting<?> setting, GivenValue given) {
        String shown = setting.shown(given.text());
        faults.add(
                given.place(),
                setting.name() + "：" + shown + " 不是" + setting.expects().zh(),
                setting.name() + ": " + shown + " is not " + setting.expects().en());
    }
}
