package org.chengshu.formula;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.types.CelType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengshu.kernel.Text;

/** Tells in our own words, and in both languages, what CEL reports. */
final class Places {
    private static final Pattern NO_OVERLOAD = Pattern.compile(
            "found no matching overload for '(.+?)' applied to '(.*?)'(?: \\(candidates.*)?", Pattern.DOTALL);
    private static final Pattern EXPECTING = Pattern.compile(" expecting .*", Pattern.DOTALL);

    private Places() {}

    static Problem problem(CelSourceLocation location, Text message) {
        return new Problem(Math.max(1, location.getLine()), Math.max(0, location.getColumn()) + 1, message);
    }

    static Problem syntax(CelIssue issue) {
        String words = EXPECTING.matcher(issue.getMessage()).replaceFirst("");
        return problem(issue.getSourceLocation(), Text.of("语法错误：" + words, "syntax: " + words));
    }

    static Problem types(CelIssue issue) {
        Matcher overload = NO_OVERLOAD.matcher(issue.getMessage());
        if (overload.matches()) {
            String function = symbol(overload.group(1));
            String arguments = overload.group(2);
            return problem(
                    issue.getSourceLocation(),
                    Text.of(
                            "'" + function + "' 不能用于 " + named(arguments, true),
                            "'" + function + "' cannot be applied to " + named(arguments, false)));
        }
        return problem(
                issue.getSourceLocation(),
                Text.of("类型错误：" + named(issue.getMessage(), true), named(issue.getMessage(), false)));
    }

    static Text wrongResult(CelType found, Type wanted) {
        return Text.of(
                "公式的结果是 " + named(found.name(), true) + "，这里需要 "
                        + wanted.title().zh(),
                "the formula gives " + named(found.name(), false) + ", but here it must give "
                        + wanted.title().en());
    }

    private static String symbol(String function) {
        return switch (function) {
            case "divide" -> "/";
            case "remainder" -> "%";
            case "_?_:_" -> "?:";
            case Library.IN -> "in";
            case Library.LOOKUP_TEXT, Library.LOOKUP_NUMBER -> "lookup";
            default -> Library.isOperator(function) ? function.replace("_", "") : function;
        };
    }

    private static String named(String types, boolean zh) {
        String named = types;
        for (Type type : Type.values()) {
            Text title = type.title();
            named = named.replaceAll("\\b" + Pattern.quote(type.cel().name()) + "\\b", zh ? title.zh() : title.en());
        }
        return named;
    }
}
