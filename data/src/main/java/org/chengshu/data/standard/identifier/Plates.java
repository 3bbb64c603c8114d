package org.chengshu.data.standard.identifier;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.Standardised;

/** Vehicle plates after GA 36: province, office, five characters, six for new energy; 挂, 学, 警, 港, 澳, 领, 使 at their places. */
public final class Plates implements Function<String, Standardised> {
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final String SERIAL = "[A-HJ-NP-Z0-9]";
    private static final Pattern PLAIN =
            Pattern.compile("[" + PROVINCES + "][A-Z]" + SERIAL + "{4}(?:" + SERIAL + "|[挂学警港澳领])");
    private static final Pattern GREEN =
            Pattern.compile("[" + PROVINCES + "][A-Z](?:[A-HJK]" + SERIAL + "\\d{4}|\\d{5}[A-HJK])");
    private static final Pattern EMBASSY = Pattern.compile("使\\d{6}|\\d{6}使");
    private static final Pattern SHAPE = Pattern.compile("[" + PROVINCES + "][A-Z][A-Z0-9]{5,6}");

    @Override
    public Standardised apply(String delivered) {
        String text = Characters.compact(delivered).toUpperCase(Locale.ROOT).replaceAll("[·.\\-•・]", "");
        boolean green = GREEN.matcher(text).matches();
        if (green || PLAIN.matcher(text).matches()) {
            Map<String, String> parts = new HashMap<>();
            parts.put("region", text.substring(0, 2));
            if (green) {
                parts.put("energy", "new");
            }
            return Standardised.of(text, parts);
        }
        if (EMBASSY.matcher(text).matches()) {
            return Standardised.of(text);
        }
        return wrong(text);
    }

    private static Standardised wrong(String text) {
        if (SHAPE.matcher(text).matches()) {
            String meant =
                    text.substring(0, 2) + text.substring(2).replace('O', '0').replace('I', '1');
            Standardised.Problem problem = Standardised.problem(
                    "CHARACTER",
                    "序号中没有字母 O 和 I，新能源车牌有六位序号",
                    "the serial has no letters O and I; six characters are for new energy");
            return PLAIN.matcher(meant).matches() || GREEN.matcher(meant).matches()
                    ? problem.suggesting(meant)
                    : problem;
        }
        return Standardised.problem("NOT_A_PLATE", "不是车辆号牌", "not a vehicle plate");
    }
}
