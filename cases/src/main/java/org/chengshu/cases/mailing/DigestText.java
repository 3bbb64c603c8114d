package org.chengshu.cases.mailing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.cases.open.OpenNews;
import org.chengshu.kernel.Text;

/** The words of letters to subscribers. Pure. */
final class DigestText {
    private static final int LONGEST = 80;

    private DigestText() {}

    record Words(String subject, String text) {}

    static Words confirm(Text place, String link, Locale language) {
        return new Words(
                Text.of("请确认订阅：" + place.zh() + "案件摘要", "Please confirm: digest of cases, " + place.en())
                        .in(language),
                Text.of(
                                "有人（也许是您）用这个邮箱订阅了“" + place.zh() + "”每天的公开案件摘要。\n\n确认订阅请打开：\n" + link
                                        + "\n\n两天内不确认，这个邮箱就会从我们这里删除，不会再收到邮件。",
                                "Somebody, perhaps you, asked for a daily digest of the public cases of “" + place.en()
                                        + "” to this address.\n\nTo confirm it open:\n" + link
                                        + "\n\nIf nobody does within two days, this address is deleted here and gets no more mail.")
                        .in(language));
    }

    static Words digest(Text place, OpenNews news, String page, String end, Locale language) {
        String subject = Text.of(
                        place.zh() + "：新增 " + news.openedCount() + " 件，办结 " + news.closedCount() + " 件",
                        place.en() + ": " + news.openedCount() + " new, " + news.closedCount() + " done")
                .in(language);
        String text = part(Text.of("新增案件", "New cases"), news.opened(), news.openedCount(), language)
                + part(Text.of("办结案件", "Cases done"), news.closed(), news.closedCount(), language)
                + Text.of("在地图上查看：", "On the map: ").in(language) + page + "\n\n"
                + Text.of("不想再收到，打开：", "To end these letters open: ").in(language) + end;
        return new Words(subject, text);
    }

    private static String part(Text head, List<OpenNews.Line> lines, int count, Locale language) {
        if (count == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder(head.in(language)).append('\n');
        lines.forEach(line -> text.append("- ").append(line(line, language)).append('\n'));
        if (count > lines.size()) {
            int more = count - lines.size();
            text.append(Text.of("……还有 " + more + " 件", "... and " + more + " more")
                            .in(language))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    private static String line(OpenNews.Line line, Locale language) {
        return line.number() + " " + line.kind().in(language)
                + line.area().map(area -> " · " + area.in(language)).orElse("")
                + line.words()
                        .flatMap(DigestText::cut)
                        .map(words -> " · " + words)
                        .orElse("");
    }

    private static Optional<String> cut(String words) {
        String one = words.strip().replaceAll("\\s+", " ");
        if (one.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                one.codePointCount(0, one.length()) <= LONGEST
                        ? one
                        : one.substring(0, one.offsetByCodePoints(0, LONGEST)) + "…");
    }
}
