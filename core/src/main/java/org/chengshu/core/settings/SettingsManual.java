package org.chengshu.core.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes the manual's table of settings, docs/settings.md, in both languages; a test keeps the file true. Pure. */
public final class SettingsManual {
    private static final String CHINESE = """
            # 设置 · Settings
            <!-- generated from the declarations of the settings; app/src/test/java/org/chengshu/app/manual/SettingsManualTest.java says how -->

            优先级从高到低：命令行 `--set 名称=值`（可重复；`up` 与 `demo`），环境变量，数据目录中的 `chengshu.yaml`（可嵌套，也可用点号），默认值。
            启动时读取一次，修改后重启生效。名称写错、取值不符、未知的 `CHENGSHU_*` 变量都会一次性列出（含文件与行号、最接近的名称）并阻止启动。
            密钥不放在命令行：用环境变量，或 `名称-file`（变量加 `_FILE`）指向只含密钥的文件；只有 `chmod 600` 的 `chengshu.yaml` 才可直接写密钥。任何界面、接口与日志都不显示密钥。
            相对路径以数据目录为准。数据目录由 `--data` 或 `CHENGSHU_HOME` 指定。

            """;

    private static final String ENGLISH = """
            ## English
            The first that is there counts: `--set name=value` on the command line (repeatable; `up` and `demo`), the variable in the environment,
            `chengshu.yaml` in the data folder (nested or with dots), the default. Settings are read when a node starts; a change counts from the
            next start. A misspelt name, an unfit value, an unknown `CHENGSHU_*` variable: all are told at once, with file and line and the nearest
            known name, and stop the start. Secrets do not go on the command line: use the variable, or `name-file` (variable with `_FILE`) that
            names a file with nothing but the secret; `chengshu.yaml` may hold one only when it is readable by its owner alone (`chmod 600`). No
            screen, route or log shows a secret. Relative paths lie in the data folder, which `--data` or `CHENGSHU_HOME` says.

            ```yaml
            # chengshu.yaml
            doors:
              bind: 10.0.0.5
              http-port: 8443
            city.zone: Asia/Shanghai
            ```

            """;

    private SettingsManual() {}

    /** The whole page, for these settings. */
    public static String of(List<Setting<?>> settings) {
        List<Setting<?>> sorted = settings.stream()
                .sorted(Comparator.comparing((Setting<?> setting) -> setting.name()))
                .toList();
        return page(sorted, Locale.CHINESE, CHINESE, "名称", "默认值", "取值", "单位", "说明", "自版本", "环境变量")
                + "\n"
                + page(
                        sorted,
                        Locale.ENGLISH,
                        ENGLISH,
                        "name",
                        "default",
                        "takes",
                        "unit",
                        "what for",
                        "since",
                        "variable");
    }

    private static String page(List<Setting<?>> settings, Locale language, String introduction, String... heads) {
        StringBuilder page = new StringBuilder(introduction);
        row(page, heads);
        row(page, heads.length);
        for (Setting<?> setting : settings) {
            row(
                    page,
                    code(setting.name()),
                    setting.defaultText()
                            .filter(text -> !text.isEmpty())
                            .map(SettingsManual::code)
                            .orElse(""),
                    setting.expects().in(language),
                    setting.unit().orElse(""),
                    setting.summary().in(language),
                    setting.since(),
                    code(setting.environmentName()));
        }
        return page.toString();
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ");
        for (String cell : cells) {
            page.append(cell.replace("|", "\\|")).append(" | ");
        }
        page.setLength(page.length() - 1);
        page.append('\n');
    }

    private static void row(StringBuilder page, int columns) {
        page.append("|").append("---|".repeat(columns)).append('\n');
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
