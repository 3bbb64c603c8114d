package org.chengshu.data.standard.function;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.StandardOptions;
import org.chengshu.data.standard.Standardised;

/**
 * Names of firms in one form: for display with full-width brackets, for matching in half width without blanks and marks and
 * with one word for each legal form. Two firms are never made one: what tells branches apart stays.
 */
final class FirmNames implements Function<String, Standardised> {
    private static final List<String> FORMS = List.of(
            "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "普通合伙企业", "有限合伙企业", "普通合伙", "有限合伙", "股份公司", "农民专业合作社", "专业合作社", "合作社",
            "股份合作公司", "集团公司", "总公司", "公司", "事务所", "经营部", "商行", "厂", "店");
    private static final String DROPPED = "\"'“”‘’`·.,，。、•・|";
    private static final int SHORTEST = 2;

    private final boolean display;

    FirmNames(StandardOptions options) {
        this.display = options.is("for", "display");
    }

    @Override
    public Standardised apply(String delivered) {
        String half = Characters.half(delivered);
        StringBuilder kept = new StringBuilder(half.length());
        int open = 0;
        for (int i = 0; i < half.length(); i++) {
            char c = bracket(half.charAt(i));
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                break;
            }
            if (keeps(half, i, c)) {
                kept.append(c);
            }
        }
        if (open != 0) {
            return Standardised.problem("BRACKETS", "括号不成对", "the brackets do not pair");
        }
        String name = kept.toString().toUpperCase(Locale.ROOT);
        return name.length() < SHORTEST
                ? Standardised.problem("TOO_SHORT", "名称过短", "the name is too short")
                : made(display ? shown(kept) : matched(name), name);
    }

    private static char bracket(char c) {
        return switch (c) {
            case '[', '{', '【', '〔', '〈', '<', '《' -> '(';
            case ']', '}', '】', '〕', '〉', '>', '》' -> ')';
            default -> c;
        };
    }

    // A blank between Latin words is part of a name, between Chinese characters it is a slip.
    private boolean keeps(String text, int at, char c) {
        if (Characters.isBlank(c)) {
            return display
                    && at > 0
                    && isLatin(text.charAt(at - 1))
                    && at + 1 < text.length()
                    && isLatin(text.charAt(at + 1));
        }
        return display || DROPPED.indexOf(c) < 0;
    }

    private static boolean isLatin(char c) {
        return c > ' ' && c < 128 && c != '(' && c != ')';
    }

    private static String shown(CharSequence name) {
        return name.toString().replace('(', '（').replace(')', '）');
    }

    private static String matched(String name) {
        return name.replace("有限责任公司", "有限公司").replace("股份公司", "股份有限公司");
    }

    private static Standardised made(String text, String name) {
        Map<String, String> parts = new HashMap<>();
        int bracket = name.indexOf('(');
        int closing = name.indexOf(')', Math.max(bracket, 0));
        if (bracket > 0 && closing > bracket && closing - bracket <= 8) {
            parts.put("place", name.substring(bracket + 1, closing));
        }
        String core = name;
        for (String form : FORMS) {
            if (name.endsWith(form)) {
                parts.put("form", form);
                core = name.substring(0, name.length() - form.length());
                break;
            }
        }
        if (!core.isEmpty()) {
            parts.put("core", core);
        }
        return Standardised.of(text, parts);
    }
}
