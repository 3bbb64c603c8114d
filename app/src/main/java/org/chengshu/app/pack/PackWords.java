package org.chengshu.app.pack;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Prints what a node says of packs, in the reader's language. */
public final class PackWords {
    private static final String INDENT = "  ";
    private static final int SECONDS = "2026-01-01T00:00:00".length();

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the words")
    Optional<String> language = Optional.empty();

    private final PrintStream out = System.out;

    public void say(String zh, String en) {
        out.println(of(zh, en));
    }

    public String of(String zh, String en) {
        return isChinese() ? zh : en;
    }

    public void pack(JsonNode pack) {
        out.println(pack.path("id").asString()
                + INDENT
                + pack.path("version").asString()
                + INDENT
                + text(pack.path("title"))
                + (pack.path("requires").isEmpty()
                        ? ""
                        : INDENT + of("依赖 ", "requires ") + list(pack.path("requires"))));
    }

    public void revision(JsonNode revision) {
        String act =
                switch (revision.path("act").asString()) {
                    case "installed" -> of("安装", "installed");
                    case "updated" -> of("更新", "updated");
                    case "downgraded" -> of("降级", "downgraded");
                    default -> of("移除", "removed");
                };
        out.println("r" + revision.path("revision").asInt() + INDENT
                + revision.path("version").asString() + INDENT + act + INDENT
                + second(revision.path("at").asString()) + INDENT
                + revision.path("by").asString() + INDENT
                + text(revision.path("summary"))
                + (revision.path("inForce").asBoolean() ? INDENT + of("（当前）", "(in force)") : ""));
    }

    private static String second(String instant) {
        return instant.length() > SECONDS ? instant.substring(0, SECONDS) + "Z" : instant;
    }

    public void applied(JsonNode applied) {
        JsonNode diff = applied.path("diff");
        String done =
                applied.path("pack").asString() + " " + applied.path("version").asString();
        String revision = "r" + applied.path("revision").asInt();
        say(
                "已应用 " + done + "（修订 " + revision + "）："
                        + diff.path("summary").path("zh").asString(),
                "applied " + done + " as revision " + revision + ": "
                        + diff.path("summary").path("en").asString());
    }

    public void diff(JsonNode diff) {
        out.println(head(diff));
        diff.path("manifest").forEach(field -> out.println(INDENT + text(field.path("words"))));
        diff.path("sections").forEach(this::section);
        if (!diff.path("filesOnly").isEmpty()) {
            out.println(INDENT + of("只有注释或排版不同：", "only comments or layout differ: ") + list(diff.path("filesOnly")));
        }
        warnings(diff.path("warnings"));
        if (diff.path("refused").asBoolean()) {
            diff.path("blockers")
                    .forEach(one -> out.println(of("被占用 ", "held by ")
                            + one.path("place").asString()
                            + INDENT
                            + text(one.path("message"))));
            say("会被拒绝：仍在使用（见“被占用”）", "would be refused: in use (see \"held by\")");
        }
    }

    public void warnings(JsonNode warnings) {
        warnings.forEach(one ->
                out.println(of("警告 ", "warning ") + one.path("place").asString() + INDENT + text(one.path("message"))));
    }

    /** On the standard output, as a check is asked for its faults. */
    public void faults(JsonNode problem) {
        JsonNode errors = problem.path("errors");
        for (JsonNode error : errors) {
            out.println(error.path("place").asString("")
                    + INDENT
                    + (isChinese() ? error.path("detailZh") : error.path("detail")).asString(""));
        }
        JsonNode text = problem.path("text");
        out.println(of("", "chengshu: ")
                + (isChinese() && text.has("zh") ? text.path("zh") : problem.path("detail")).asString(""));
    }

    private String head(JsonNode diff) {
        String from = diff.path("from").asString("");
        String to = diff.path("to").asString("");
        String name = diff.path("pack").asString() + " ";
        String summary = text(diff.path("summary"));
        return switch (diff.path("kind").asString()) {
            case "install" -> name + to + of("（新安装）：", " (new): ") + summary;
            case "unchanged" -> name + to + of("：没有差异", ": no differences");
            case "remove" -> name + from + of("（移除）：", " (to be removed): ") + summary;
            case "downgrade" -> name + from + " -> " + to + of("（降级）：", " (downgrade): ") + summary;
            default -> name + (from.equals(to) ? to : from + " -> " + to) + of("：", ": ") + summary;
        };
    }

    private void section(JsonNode section) {
        String title = text(section.path("title"));
        String name = section.path("section").asString();
        out.println();
        out.println(title + (title.equals(name) ? "" : of("（" + name + "）", " (" + name + ")")));
        section.path("items").forEach(this::item);
        int unchanged = section.path("unchanged").asInt();
        if (unchanged > 0) {
            out.println(INDENT + of("其余 " + unchanged + " 项不变", unchanged + " unchanged"));
        }
    }

    private void item(JsonNode item) {
        String change = item.path("change").asString();
        String sign = change.equals("added") ? "+ " : change.equals("removed") ? "- " : "~ ";
        String place = item.path("place").asString("");
        out.println(INDENT
                + sign
                + item.path("id").asString()
                + Stream.of(text(item.path("title")), place)
                        .filter(part -> !part.isEmpty())
                        .map(part -> INDENT + part)
                        .reduce("", String::concat));
        String deeper = INDENT.repeat(3);
        item.path("fields").forEach(field -> out.println(deeper + text(field.path("words"))));
        item.path("effects").forEach(effect -> out.println(deeper + "=> " + text(effect)));
        boolean goes = change.equals("removed");
        for (JsonNode use : item.path("uses")) {
            boolean held = goes && use.path("holds").asBoolean();
            out.println(deeper + (held ? of("被占用：", "held by ") : of("使用中：", "in use: ")) + text(use.path("words")));
        }
    }

    private static String list(JsonNode names) {
        return String.join(", ", names.valueStream().map(JsonNode::asString).toList());
    }

    private String text(JsonNode text) {
        return text.path(isChinese() ? "zh" : "en").asString("");
    }

    private boolean isChinese() {
        String wanted = language.or(() -> Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                        .map(System.getenv()::get)
                        .filter(value -> value != null && !value.isEmpty())
                        .findFirst())
                .orElse("en");
        return wanted.toLowerCase(Locale.ROOT).startsWith("zh");
    }
}
