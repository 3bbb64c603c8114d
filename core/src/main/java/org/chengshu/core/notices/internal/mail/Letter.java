package org.chengshu.core.notices.internal.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.core.notices.internal.delivery.Parcel;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.springframework.web.util.HtmlUtils;

/** A notice written as a mail, in one language or, for whom no language is known, in both. Pure. */
record Letter(String subject, String plain, String html) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLOURS = List.of("#1d5fbf", "#8a6d00", "#b35900", "#b3261e");
    private static final List<Text> LEVELS =
            List.of(Text.of("蓝色", "blue"), Text.of("黄色", "yellow"), Text.of("橙色", "orange"), Text.of("红色", "red"));

    static Letter of(Parcel parcel, List<Locale> languages, ZoneId zone, Optional<String> address) {
        List<Body> bodies = languages.stream()
                .map(language -> body(parcel, language, zone, address))
                .toList();
        return new Letter(
                oneLine(bodies.stream().map(Body::subject).collect(Collectors.joining(" / "))),
                bodies.stream().map(Body::plain).collect(Collectors.joining("\n\n----\n\n")),
                "<!doctype html><html><body style=\"font-family:sans-serif\">"
                        + bodies.stream().map(Body::html).collect(Collectors.joining("<hr>")) + "</body></html>");
    }

    private static Body body(Parcel parcel, Locale language, ZoneId zone, Optional<String> address) {
        String level = level(parcel.severity()).in(language);
        String title = parcel.title().in(language);
        String text = parcel.text().in(language);
        String when = when(parcel, zone).in(language);
        Optional<String> link = parcel.page().flatMap(page -> address.map(base -> base + page));
        String open = Text.of("打开", "Open").in(language);
        String plain = title + "\n" + level + "\n" + when + "\n\n" + text
                + link.map(to -> "\n\n" + open + ": " + to).orElse("");
        String html = "<p style=\"color:" + COLOURS.get(parcel.severity().level() - 1) + "\"><strong>"
                + escaped(level) + "</strong></p><h2>" + escaped(title) + "</h2><p>" + escaped(when) + "</p><p>"
                + escaped(text).replace("\n", "<br>") + "</p>"
                + link.map(to -> "<p><a href=\"" + escaped(to) + "\">" + escaped(open) + "</a></p>")
                        .orElse("");
        return new Body("[" + level + "] " + title, plain, html);
    }

    private static Text level(Severity severity) {
        return LEVELS.get(severity.level() - 1);
    }

    private static Text when(Parcel parcel, ZoneId zone) {
        String at = time(parcel.at(), zone);
        return parcel.times() == 1
                ? Text.of(at, at)
                : Text.of(at + "，共 " + parcel.times() + " 次", at + ", " + parcel.times() + " times");
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone)) + " " + zone;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private record Body(String subject, String plain, String html) {}
}
